import type { ErasureReceipt, ErasureRequest } from '@openwaybill/schemas';
import { DAY, instantOf } from '../engine/clock.ts';
import type { System } from '../engine/system.ts';
import { isAtEnd } from '../parcels/fold-parcel.ts';
import type { StoredParcel } from '../parcels/stored-parcel.ts';
import { recordRow } from '../store/resource.ts';
import type { Row } from '../store/store.ts';
import type { Unit } from '../store/unit.ts';
import { forget, parcelRowsAbout, resourcesAbout } from './forget.ts';
import { holdOver, type LegalHold, latest, retained, setAside } from './legal-hold.ts';

/** What was asked is kept until it is done: a receipt needs no reference to anybody. */
export type StoredErasure = {
  readonly receipt: ErasureReceipt;
  readonly request?: ErasureRequest;
};

/** The timer that looks again whether the last parcel has arrived. */
export const ERASURE = 'erasure';
const COLLECTION = 'erasure';

export const putErasure = (unit: Unit, owner: string, now: string, erasure: StoredErasure): void =>
  unit.put(recordRow(COLLECTION, erasure.receipt.erasureId, owner, now, erasure));

/** Whether a row is about something that is still on its way, or still being worked on. */
const isInFlight = (system: System, { collection, body }: Row, now: string): boolean => {
  if (collection === 'parcel') return !isAtEnd(body as StoredParcel, now);
  const { lifecycle } = system.collections.get(collection) ?? {};
  const { status } = body as { readonly status?: string };
  return lifecycle !== undefined && status !== undefined && !lifecycle.states[status]?.terminal;
};

/** What a receiver has of a person: masked, and so of these kinds. */
const MASKED_FIELDS = ['NAME', 'PHONE', 'ADDRESS'] as const;

/** Puts aside what an authority has us keep, and answers by which hold. */
const keepHeld = async (
  unit: Unit,
  now: string,
  owner: string,
  rows: readonly Row[],
): Promise<LegalHold | undefined> => {
  const holds: LegalHold[] = [];
  for (const row of rows) {
    const hold = await holdOver(unit, owner, row);
    if (hold === undefined) continue;
    setAside(unit, now, row, hold);
    holds.push(hold);
  }
  return latest(holds);
};

/**
 * Takes what is known of a person out of the store, once none of its parcels is on its way: what told of it is unknown
 * from then on, and its numbers stay taken. At the deadline nothing is waited for any more.
 */
export const erase = async (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
  { request, receipt }: Required<StoredErasure>,
): Promise<ErasureReceipt> => {
  const needles = [...request.consigneeRefs, ...(request.waybillNos ?? [])];
  const rows = [
    ...(await parcelRowsAbout(unit, owner, needles)),
    ...(await resourcesAbout(system, unit, owner, needles)),
  ];
  const isDue = Date.parse(now) >= Date.parse(request.deadlineAt);
  if (!isDue && rows.some((row) => isInFlight(system, row, now))) {
    const dueAt = instantOf(Math.min(Date.parse(now) + DAY, Date.parse(request.deadlineAt)));
    system.schedule(unit, { tenant: owner, kind: ERASURE, ref: receipt.erasureId, dueAt });
    putErasure(unit, owner, now, { request, receipt });
    return receipt;
  }
  const hold = await keepHeld(unit, now, owner, rows);
  await forget(system, unit, now, owner, rows, needles);
  const done: ErasureReceipt = {
    ...receipt,
    state: 'COMPLETED',
    erasedAt: now,
    retained: hold === undefined ? [] : MASKED_FIELDS.map((field) => retained(field, hold)),
  };
  putErasure(unit, owner, now, { receipt: done });
  await system.emit(unit, now, {
    type: 'org.openwaybill.consignee.erasure.completed',
    to: owner,
    data: done,
  });
  return done;
};
