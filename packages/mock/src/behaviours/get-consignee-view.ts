import { ownReference } from '../consignees/own-reference.ts';
import { standingOf } from '../consignees/standing.ts';
import { showView, viewOf } from '../consignees/view.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { Refusal } from '../engine/refusal.ts';

/** The view is chosen here, by role, facet and stage; nothing in the request can widen it. */
export const getConsigneeView: Behaviour = async (call) => {
  const { unit, now, path } = call;
  const caller = callerOf(call);
  const { reference, entry } = await ownReference(unit, caller, path.consigneeRef ?? '', now);
  const standing = await standingOf(unit, reference.orderNo, now);
  const view = standing && (await viewOf(unit, caller, entry, standing, now));
  if (standing === undefined || view === undefined) throw new Refusal('NOT_FOUND');
  return { status: 200, body: showView(view, reference.consigneeRef, entry, standing, now) };
};
