import type { ConsigneeRegistration } from '@openwaybill/schemas';
import { showRegistered } from '../consignees/show-registered.ts';
import { endBindings } from '../consignees/stored-binding.ts';
import {
  dropReferences,
  findVaultEntry,
  putVaultEntry,
  type Registered,
  referenceFor,
} from '../consignees/vault.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { ruleViolated } from '../engine/refusal.ts';

/** A second registration for an order replaces its consignee: the old references are unknown from then on. */
export const registerConsignee: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const caller = callerOf(call);
  const { orderNo, contact, address, deliveryNote, basis } = call.body as ConsigneeRegistration;
  const known = await findVaultEntry(unit, orderNo);
  if (known !== undefined && known.registeredBy !== caller.partyId)
    throw ruleViolated('/orderNo', 'CSN-003');
  const entry: Registered = {
    orderNo,
    contact,
    address,
    ...(deliveryNote === undefined ? {} : { deliveryNote }),
    basis,
    registeredBy: caller.partyId,
    registeredAt: now,
  };
  const stored = await putVaultEntry(system, unit, caller.partyId, now, entry);
  if (known !== undefined) await endBindings(unit, now, orderNo);
  for (const { partyId, consigneeRef } of await dropReferences(unit, orderNo)) {
    const newConsigneeRef = await referenceFor(system, unit, now, partyId, orderNo);
    if (system.counterparty(partyId)?.role !== 'courier') continue;
    await system.emit(unit, now, {
      type: 'org.openwaybill.consignee.reference.replaced',
      to: partyId,
      data: { orderNo, oldConsigneeRef: consigneeRef, newConsigneeRef, occurredAt: now },
    });
  }
  return {
    status: 201,
    body: await showRegistered(call, caller.partyId, stored),
    kept: { status: 201, body: { recordId: stored.recordId } },
  };
};
