import type { ErasureReceipt, ErasureRequest, Role } from '@openwaybill/schemas';
import { callWithRetries } from '../actions/call-with-retries.ts';
import { record } from '../audit/log.ts';
import { forgetConsignee } from '../consignees/forget-consignee.ts';
import { ownReference } from '../consignees/own-reference.ts';
import { type Reference, referencesOf } from '../consignees/vault.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { DAY, instantOf } from '../engine/clock.ts';
import { uuid7 } from '../engine/invent.ts';
import type { System } from '../engine/system.ts';

/** Roles that hold something under a reference, and are asked to erase it too. */
const HOLDERS: readonly Role[] = ['courier', 'service-point', 'locker', 'warehouse', 'hub'];
const WITHIN = 30 * DAY;

/** Asks everybody who had a reference to the person to erase what they hold under it. */
const tellHolders = (system: System, now: string, references: readonly Reference[]): void => {
  for (const { partyId, consigneeRef } of references) {
    const holder = system.counterparty(partyId);
    if (holder?.baseUrl === undefined || !HOLDERS.includes(holder.role)) continue;
    const body: ErasureRequest = {
      consigneeRefs: [consigneeRef],
      basis: 'CONSIGNEE_REQUEST',
      deadlineAt: instantOf(Date.parse(now) + WITHIN),
    };
    system.background(async () => {
      await callWithRetries(system, holder, { method: 'POST', path: '/v1/erasure-requests', body });
    });
  }
};

/** At the person's own wish. Afterwards every read answers as if it had never been. */
export const eraseConsignee: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const caller = callerOf(call);
  const { reference } = await ownReference(unit, caller, call.path.consigneeRef ?? '', now);
  await record(system, unit, now, {
    kind: 'ERASED',
    by: caller,
    consigneeRef: reference.consigneeRef,
  });
  const holders = await referencesOf(unit, reference.orderNo);
  await forgetConsignee(unit, now, reference.orderNo);
  tellHolders(system, now, holders);
  const body: ErasureReceipt = {
    erasureId: uuid7(system.random, Date.parse(now)),
    state: 'COMPLETED',
    erasedAt: now,
    retained: [],
  };
  return { status: 202, body };
};
