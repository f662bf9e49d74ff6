import { note, ownParty } from '../audit/log.ts';
import { forgetConsignee } from '../consignees/forget-consignee.ts';
import { eraseReplaced, keptEntry } from '../consignees/vault.ts';
import type { TimerHandler } from '../engine/system.ts';
import { dropAside, dropHold, endOfHold, findHold, holdOn } from '../erasures/legal-hold.ts';

/** The timer at which a hold is over. */
export const LEGAL_HOLD_ENDS = 'legal-hold-ends';

/** What was to be erased meanwhile is erased now; what is kept for other reasons goes on by its own clock. */
export const legalHoldEnds: TimerHandler = async (system, unit, now, ref) => {
  const [tenant, orderNo] = JSON.parse(ref) as [string, string];
  const hold = await findHold(unit, tenant, orderNo);
  // a hold that was set anew has a later timer
  if (hold === undefined || endOfHold(hold) > now) return;
  dropHold(unit, tenant, orderNo);
  const by = { by: ownParty(system), tenant };
  await note(system, unit, now, { kind: 'HOLD_ENDED', ...by });
  await dropAside(unit, tenant, orderNo);
  if ((await holdOn(unit, orderNo)) !== undefined) return;
  await eraseReplaced(unit, orderNo);
  if ((await keptEntry(unit, orderNo))?.hiddenAt === undefined) return;
  await note(system, unit, now, { kind: 'ERASED', ...by });
  await forgetConsignee(unit, now, orderNo);
};
