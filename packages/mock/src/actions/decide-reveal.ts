import { limitAt } from '../consignees/gates.ts';
import { lifeOf } from '../consignees/grant-reveal.ts';
import { moveReveal } from '../consignees/move-reveal.ts';
import { standingOf } from '../consignees/standing.ts';
import { putReveal, type StoredReveal } from '../consignees/stored-reveal.ts';
import { rowOf } from '../engine/lifecycle.ts';
import { type Action, ActionFailed, needed } from './action.ts';

/** Persons inside the platform; the requester is outside, and so none of them. */
const approverIds = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `approver-${index + 1}`);

/** An order of an authority is looked at by two persons, everything else by one. */
const APPROVERS: Readonly<Record<string, number>> = { COMPLIANCE_AUTHORITY: 2 };

/** As by the approvers inside the platform, one at a time; the first refusal decides. */
export const decideReveal: Action = ({ system, tenant, input }) =>
  system.transact(tenant, async (unit, now) => {
    const row = await unit.row('reveal', needed(input.revealId));
    if (row === undefined || row.owner !== tenant) throw new ActionFailed('NOT_FOUND');
    const reveal = row.body as StoredReveal;
    const isApproved = needed(input.approve);
    const next = rowOf(
      system.lifecycle('reveal'),
      reveal.status,
      isApproved ? 'APPROVED' : 'REJECTED',
    );
    if (next === undefined) throw new ActionFailed('STATE_ILLEGAL');
    const status = next.to as StoredReveal['status'];
    if (!isApproved)
      return { status: (await moveReveal(system, unit, now, reveal, { status })).status };
    const approvers = approverIds((reveal.approvers?.length ?? 0) + 1);
    if (approvers.length < (APPROVERS[reveal.purpose] ?? 1)) {
      putReveal(unit, now, { ...reveal, approvers });
      return { status: reveal.status };
    }
    const standing = await standingOf(unit, reveal.orderNo, now, reveal.waybillNo);
    const limit = standing && limitAt(reveal, standing);
    if (limit === undefined) throw new ActionFailed('STAGE_NOT_PERMITTED');
    const after = await moveReveal(system, unit, now, reveal, {
      status,
      approvers,
      expiresAt: lifeOf(system, unit, now, reveal.revealId, tenant, { limit }),
    });
    return { status: after.status };
  });
