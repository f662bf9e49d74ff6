import { note } from '../audit/log.ts';
import { deny } from '../consignees/deny.ts';
import { passGates } from '../consignees/gates.ts';
import { useOnce } from '../consignees/grant-reveal.ts';
import { factOf } from '../consignees/move-reveal.ts';
import { showOnce } from '../consignees/perform-reveal.ts';
import type { StoredReveal } from '../consignees/stored-reveal.ts';
import { keptEntry } from '../consignees/vault.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { ownResource } from '../engine/own-resource.ts';
import { Refusal } from '../engine/refusal.ts';

/** The status first, then all gates again; a use is gone whoever reads the answer. */
export const readReveal: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const caller = callerOf(call);
  const reveal = await ownResource<StoredReveal>(call, 'reveal', call.path.revealId ?? '');
  // after an erasure there is nothing that the grant could be about
  if ((await keptEntry(unit, reveal.orderNo)) === undefined) throw new Refusal('NOT_FOUND');
  useOnce(system, reveal);
  const passed = await passGates(unit, caller, reveal, now, { wanted: 'REVEAL_AGAIN' });
  if (!passed.ok) return deny(call, reveal, passed);
  await note(system, unit, now, { kind: 'REVEAL_READ', ...factOf(reveal, caller) });
  return showOnce(call, reveal, 200, passed);
};
