import { note, ownParty } from '../audit/log.ts';
import { DAY, instantOf } from '../engine/clock.ts';
import type { System, TimerHandler } from '../engine/system.ts';
import { againAt, holdOn } from '../erasures/legal-hold.ts';
import { closedAt, KEPT_DAYS } from '../erasures/retention.ts';
import { findBoundWaybill, waybillsOfOrder } from '../observed/bind-waybill.ts';
import { foldObserved } from '../observed/observed-parcel.ts';
import type { Unit } from '../store/unit.ts';
import { dropObjections } from './objection.ts';
import { isOpenOrder } from './standing.ts';
import { endBindings } from './stored-binding.ts';
import { revealsOfParcel, type StoredReveal } from './stored-reveal.ts';
import { eraseVaultEntry, hideVaultEntry, keptEntry } from './vault.ts';

/** The timer at which the plaintext of an order is no longer kept. */
export const PLAINTEXT_RETENTION = 'plaintext-retention';

/**
 * Destroys what is known of the person of an order: the key of its record, the references to it, what was granted and
 * bound about it, and what the person agreed to. The log keeps its leaves, which nobody can link any more.
 */
export const forgetConsignee = async (unit: Unit, now: string, orderNo: string): Promise<void> => {
  await dropTraces(unit, now, orderNo);
  await eraseVaultEntry(unit, orderNo);
};

/** The same for everybody but an authority that has the record held. */
export const hideConsignee = async (
  system: System,
  unit: Unit,
  now: string,
  orderNo: string,
): Promise<void> => {
  const isAuthority = (partyId: string): boolean =>
    system.counterparty(partyId)?.role === 'regulator';
  await dropTraces(unit, now, orderNo, ({ owner }) => !isAuthority(owner));
  await hideVaultEntry(unit, now, orderNo, isAuthority);
};

/** What was granted and bound about a person, as far as it goes, and what it agreed or objected to. */
const dropTraces = async (
  unit: Unit,
  now: string,
  orderNo: string,
  goes: (reveal: StoredReveal) => boolean = () => true,
): Promise<void> => {
  await endBindings(unit, now, orderNo);
  for (const { waybill } of await waybillsOfOrder(unit, orderNo))
    for (const reveal of await revealsOfParcel(unit, orderNo, waybill.waybillNo))
      if (goes(reveal)) unit.delete('reveal', reveal.revealId);
  for (const row of await unit.list({ collection: 'consent' }))
    if ((row.body as { readonly orderNo: string }).orderNo === orderNo)
      unit.delete('consent', row.id);
  await dropObjections(unit, orderNo);
};

/** Sets the clock for the day after which a closed parcel needs no plaintext any more. */
export const watchPlaintext = async (
  system: System,
  unit: Unit,
  owner: string,
  waybillNo: string,
): Promise<void> => {
  const { status, sinceAt } = await foldObserved(unit, owner, waybillNo);
  const closed = sinceAt === undefined ? undefined : closedAt({ status, sinceAt });
  const bound = await findBoundWaybill(unit, owner, waybillNo);
  if (closed === undefined || bound === undefined) return;
  system.schedule(unit, {
    tenant: owner,
    kind: PLAINTEXT_RETENTION,
    ref: bound.orderNo,
    dueAt: instantOf(closed + KEPT_DAYS.delivery * DAY),
  });
};

/** Forgets the person of an order whose last parcel has been closed for long; an open case is waited for. */
export const plaintextRetention: TimerHandler = async (system, unit, now, orderNo) => {
  const entry = await keptEntry(unit, orderNo);
  // what is hidden ends with its hold
  if (entry === undefined || entry.hiddenAt !== undefined) return;
  const bound = await waybillsOfOrder(unit, orderNo);
  const [first] = bound;
  if (first === undefined) return;
  const again = (dueAt: string): void =>
    system.schedule(unit, { tenant: first.owner, kind: PLAINTEXT_RETENTION, ref: orderNo, dueAt });
  if (await isOpenOrder(unit, orderNo, now)) return again(instantOf(Date.parse(now) + DAY));
  const hold = await holdOn(unit, orderNo);
  if (hold !== undefined) return again(againAt(hold, now));
  await note(system, unit, now, {
    kind: 'ERASED',
    by: ownParty(system),
    tenant: first.owner,
  });
  await forgetConsignee(unit, now, orderNo);
};
