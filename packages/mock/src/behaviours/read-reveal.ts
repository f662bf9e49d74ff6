import { record } from '../audit/log.ts';
import { deny } from '../consignees/deny.ts';
import { passGates } from '../consignees/gates.ts';
import { useOnce } from '../consignees/grant-reveal.ts';
import { showFields, showReveal } from '../consignees/show-reveal.ts';
import { putReveal, type StoredReveal } from '../consignees/stored-reveal.ts';
import { findVaultEntry } from '../consignees/vault.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { ownResource } from '../engine/own-resource.ts';
import { Refusal } from '../engine/refusal.ts';

/** The status first, then all gates again; a use is gone whoever reads the answer. */
export const readReveal: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const caller = callerOf(call);
  const reveal = await ownResource<StoredReveal>(call, 'reveal', call.path.revealId ?? '');
  // after an erasure there is nothing that the grant could be about
  if ((await findVaultEntry(unit, reveal.orderNo)) === undefined) throw new Refusal('NOT_FOUND');
  const use = useOnce(system, reveal);
  const passed = await passGates(unit, caller, reveal, now, { isNew: false, mayReveal: true });
  if (!passed.ok) return deny(call, reveal, passed);
  const used = { ...reveal, ...use };
  putReveal(unit, now, used);
  await record(system, unit, now, {
    kind: 'REVEAL_READ',
    by: caller,
    purpose: reveal.purpose,
    fields: reveal.fields,
    revealId: reveal.revealId,
    ...(reveal.consigneeRef === undefined ? {} : { consigneeRef: reveal.consigneeRef }),
    ...(reveal.actorId === undefined ? {} : { actorId: reveal.actorId }),
  });
  return {
    status: 200,
    body: await showFields(system, unit, used, passed.entry, caller),
    kept: { status: 200, body: await showReveal(unit, used) },
  };
};
