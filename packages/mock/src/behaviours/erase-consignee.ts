import type { ErasureReceipt } from '@openwaybill/schemas';
import { record } from '../audit/log.ts';
import { ownReference } from '../consignees/own-reference.ts';
import { eraseVaultEntry } from '../consignees/vault.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { uuid7 } from '../engine/invent.ts';

/** At the person's own wish. Afterwards every read answers as if it had never been. */
export const eraseConsignee: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const caller = callerOf(call);
  const { reference } = await ownReference(unit, caller, call.path.consigneeRef ?? '');
  await record(system, unit, now, {
    kind: 'ERASED',
    by: caller,
    consigneeRef: reference.consigneeRef,
  });
  await eraseVaultEntry(unit, reference.orderNo);
  const body: ErasureReceipt = {
    erasureId: uuid7(system.random, Date.parse(now)),
    state: 'COMPLETED',
    erasedAt: now,
    retained: [],
  };
  return { status: 202, body };
};
