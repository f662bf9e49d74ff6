import { moveReveal } from '../consignees/move-reveal.ts';
import { putObjection } from '../consignees/objection.ts';
import { restsOnLaw } from '../consignees/rests-on-law.ts';
import { showReveal } from '../consignees/show-reveal.ts';
import type { StoredReveal } from '../consignees/stored-reveal.ts';
import { findVaultEntry } from '../consignees/vault.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { command } from '../engine/lifecycle.ts';
import { Refusal } from '../engine/refusal.ts';

/** By who has it, or by the person: that is an objection, and stands against the next request as well. */
export const revokeReveal: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const caller = callerOf(call);
  const reveal = await unit.get<StoredReveal>('reveal', call.path.revealId ?? '');
  const entry = reveal && (await findVaultEntry(unit, reveal.orderNo));
  const isPerson =
    caller.role === 'consignee' &&
    entry?.contact.name === caller.name &&
    !restsOnLaw(reveal?.purpose);
  if (reveal === undefined || !(isPerson || reveal.owner === caller.partyId))
    throw new Refusal('NOT_FOUND');
  const { to } = command(system.lifecycle('reveal'), reveal.status, 'revoke-reveal');
  const { orderNo, owner: partyId, purpose } = reveal;
  if (isPerson) putObjection(unit, now, caller.partyId, { orderNo, partyId, purpose });
  const revoked = await moveReveal(system, unit, now, reveal, {
    status: to as StoredReveal['status'],
  });
  return { status: 200, body: await showReveal(unit, revoked) };
};
