import { remittancesOf } from '@openwaybill/reference/settlement';
import {
  type CashOnDelivery,
  codesOf,
  ParcelStatus,
  type ParcelStatusEntry,
  type TrackingEvent,
} from '@openwaybill/schemas';
import { uuid7 } from '../../engine/invent.ts';
import { observe, stateIllegal } from '../../engine/lifecycle.ts';
import { Refusal } from '../../engine/refusal.ts';
import type { System } from '../../engine/system.ts';
import { recordObservation } from '../../parcels/record-observation.ts';
import { findParcel, type StoredParcel } from '../../parcels/stored-parcel.ts';
import { changeResource, collectionNamed, findResource } from '../../resources/change.ts';
import type { Happening, Hooks } from '../../resources/hooks.ts';
import type { Unit } from '../../store/unit.ts';

const STATUSES = codesOf(ParcelStatus);
const OUT = STATUSES.OUT_FOR_DELIVERY.progress;

/** Refuses what comes too late, by the state of the parcel. */
const demandTime = async ({ unit, owner, on, body }: Happening): Promise<void> => {
  const parcel = await findParcel(unit, String(body.waybillNo));
  if (parcel === undefined || parcel.owner !== owner) throw new Refusal('NOT_FOUND');
  const { terminal, progress } = STATUSES[parcel.status] as ParcelStatusEntry;
  if (terminal || (progress ?? 0) >= OUT) throw stateIllegal(parcel.status, on);
};

const isSame = (a: CashOnDelivery['amount'] | undefined, b: CashOnDelivery['amount'] | undefined) =>
  a?.currency === b?.currency && a?.minor === b?.minor;

const guardsOf = (before: CashOnDelivery | undefined) => ({
  BEFORE_DELIVERY: true,
  NOT_EQUAL:
    before !== undefined &&
    !(
      isSame(before.amount, before.collectedAmount) &&
      (before.remittedAmount === undefined || isSame(before.collectedAmount, before.remittedAmount))
    ),
  AT_MOST_COLLECTED: before?.collectedAmount !== undefined && before.remitBatchId === undefined,
});

/** What is said of a collection beside its name: all of it, by phone and now, where nothing is said. */
const collected = ({ body, now }: Happening, cash: CashOnDelivery) => ({
  collectedAmount: body.collectedAmount ?? cash.amount,
  method: body.method ?? 'MOBILE_PAYMENT',
  collectedAt: body.collectedAt ?? now,
});

/** Money leaves once: what was remitted before stays as it is. */
const remitted = ({ system, now }: Happening, cash: CashOnDelivery) =>
  cash.remitBatchId === undefined
    ? {
        remitBatchId: uuid7(system.random, Date.parse(now)),
        remittedAmount: cash.collectedAmount,
        remittedAt: now,
      }
    : {};

/** One waybill a batch, told once. */
const tellOfRemittance = async (
  { system, unit, now, owner }: Happening,
  { waybillNo, remitBatchId, remittedAmount: collectedAmount, remittedAt }: CashOnDelivery,
): Promise<void> => {
  if (collectedAmount === undefined) return;
  for (const batch of remittancesOf([{ waybillNo, collectedAmount }], new Set()))
    await system.emit(unit, now, {
      type: 'org.openwaybill.settlement.cod.remitted',
      to: owner,
      data: { remitBatchId, ...batch, remittedAt },
    });
};

/** Cash of waybills; a collection is a scan too, at the same time. */
export const cash: Hooks = {
  guards: async (happening, before) => {
    if (before === undefined) await demandTime(happening);
    return guardsOf(before as CashOnDelivery | undefined);
  },
  draft: (happening, next, before) => {
    const now = next as CashOnDelivery;
    if (before === undefined || before.status === now.status) return next;
    if (now.status === 'COLLECTED') return { ...next, ...collected(happening, now) };
    return now.status === 'REMITTED' ? { ...next, ...remitted(happening, now) } : next;
  },
  changed: async (happening, next, before) => {
    const { system, unit, now, owner } = happening;
    const after = next as CashOnDelivery;
    if (before?.remitBatchId === undefined && after.remitBatchId !== undefined)
      await tellOfRemittance(happening, after);
    if (happening.on !== 'COD_COLLECTED' || happening.body.isScanned === true) return;
    await recordObservation(system, unit, now, owner, {
      waybillNo: after.waybillNo,
      eventCode: 'COD_COLLECTED',
      occurredAt: after.collectedAt ?? now,
    });
  },
};

/** What a scan says of the cash of its parcel. */
const factOf = ({ eventCode, reason }: TrackingEvent): string | undefined => {
  if (eventCode === 'COD_COLLECTED') return 'COD_COLLECTED';
  return reason === 'COD_REFUSED' ? 'COD_REFUSED' : undefined;
};

/** The cash of a parcel goes on by its table as the scans tell; a scan is never refused for it. */
export const followScan = async (
  system: System,
  unit: Unit,
  now: string,
  { owner, waybillNo }: StoredParcel,
  event: TrackingEvent,
): Promise<void> => {
  const on = factOf(event);
  if (on === undefined) return;
  const collection = collectionNamed(system, 'cod-instructions');
  const found = await findResource(unit, collection, owner, waybillNo);
  if (found === undefined) return;
  const status = observe(system.lifecycle('cod'), found.resource.status, on);
  if (status === undefined) return;
  const body = { collectedAt: event.occurredAt, isScanned: true };
  const happening = { system, unit, now, owner, on, path: {}, body };
  await changeResource(happening, collection, { ...found.resource, status }, found.resource);
};
