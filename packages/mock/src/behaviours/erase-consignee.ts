import type { ErasureReceipt, ErasureRequest, Role } from '@openwaybill/schemas';
import { callWithRetries } from '../actions/call-with-retries.ts';
import { note } from '../audit/log.ts';
import { forgetConsignee, hideConsignee } from '../consignees/forget-consignee.ts';
import { ownReference } from '../consignees/own-reference.ts';
import { type Reference, referencesOf, type VaultEntry } from '../consignees/vault.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { DAY, instantOf } from '../engine/clock.ts';
import { uuid7 } from '../engine/invent.ts';
import type { System } from '../engine/system.ts';
import { holdOn, type RetainedField, retained } from '../erasures/legal-hold.ts';

const ERASURE_REQUESTS = '/v1/erasure-requests';
const WITHIN = 30 * DAY;

/** Roles that hold something under a reference, and can be asked to erase it too. */
const holdersIn = ({ options: { registry } }: System): readonly Role[] =>
  registry.operations.find(({ path }) => path === ERASURE_REQUESTS)?.servedBy ?? [];

/** Asks everybody who had a reference to the person to erase what they hold under it. */
const tellHolders = (system: System, now: string, references: readonly Reference[]): void => {
  const holders = holdersIn(system);
  for (const { partyId, consigneeRef } of references) {
    const holder = system.counterparty(partyId);
    if (holder?.baseUrl === undefined || !holders.includes(holder.role)) continue;
    const body: ErasureRequest = {
      consigneeRefs: [consigneeRef],
      basis: 'CONSIGNEE_REQUEST',
      deadlineAt: instantOf(Date.parse(now) + WITHIN),
    };
    system.background(async () => {
      await callWithRetries(system, holder, { method: 'POST', path: ERASURE_REQUESTS, body });
    });
  }
};

/** What a record has of a person, in the words of a reveal. */
const fieldsOf = ({ deliveryNote }: VaultEntry): readonly RetainedField[] => [
  'NAME',
  'PHONE',
  'ADDRESS',
  ...(deliveryNote === undefined ? [] : (['DELIVERY_NOTE'] as const)),
];

/** At the person's own wish. Afterwards every read answers as if it had never been. */
export const eraseConsignee: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const caller = callerOf(call);
  const { reference, entry } = await ownReference(unit, caller, call.path.consigneeRef ?? '', now);
  const { orderNo, consigneeRef } = reference;
  const hold = await holdOn(unit, orderNo);
  const holders = await referencesOf(unit, orderNo);
  if (hold === undefined) {
    await note(system, unit, now, { kind: 'ERASED', by: caller, consigneeRef });
    await forgetConsignee(unit, now, orderNo);
  } else await hideConsignee(system, unit, now, orderNo);
  tellHolders(system, now, holders);
  const body: ErasureReceipt = {
    erasureId: uuid7(system.random, Date.parse(now)),
    state: 'COMPLETED',
    erasedAt: now,
    retained: hold === undefined ? [] : fieldsOf(entry).map((field) => retained(field, hold)),
  };
  return { status: 202, body };
};
