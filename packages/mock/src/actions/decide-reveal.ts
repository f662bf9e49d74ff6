import { lifeOf } from '../consignees/grant-reveal.ts';
import { moveReveal } from '../consignees/move-reveal.ts';
import { limitOf } from '../consignees/perform-reveal.ts';
import type { StoredReveal } from '../consignees/stored-reveal.ts';
import { rowOf } from '../engine/lifecycle.ts';
import { type Action, ActionFailed, needed } from './action.ts';

/** As by the approvers inside the platform, who are never the requester. */
export const decideReveal: Action = ({ system, tenant, input }) =>
  system.transact(tenant, async (unit, now) => {
    const row = await unit.row('reveal', needed(input.revealId));
    if (row === undefined || row.owner !== tenant) throw new ActionFailed('NOT_FOUND');
    const reveal = row.body as StoredReveal;
    const isApproved = needed(input.approve);
    const lifecycle = system.lifecycle('reveal');
    const next = rowOf(lifecycle, reveal.status, isApproved ? 'APPROVED' : 'REJECTED');
    if (next === undefined) throw new ActionFailed('STATE_ILLEGAL');
    const limit = limitOf(reveal);
    const after = await moveReveal(system, unit, now, reveal, {
      status: next.to as StoredReveal['status'],
      ...(isApproved && limit !== undefined
        ? { expiresAt: lifeOf(system, unit, now, reveal.revealId, tenant, limit) }
        : {}),
    });
    return { status: after.status };
  });
