import type { CellCondition, ConsentRecord } from '@openwaybill/schemas';
import type { Counterparty } from '../engine/options.ts';
import { foldObserved } from '../observed/observed-parcel.ts';
import type { Unit } from '../store/unit.ts';
import type { StoredConsent } from './consent.ts';
import { AFTER_SALES, type Standing } from './standing.ts';
import type { VaultEntry } from './vault.ts';

/** Where a collection point is what the consignee asked for, it has been told of the parcel. */
const POINTS: Readonly<Record<string, ConsentRecord['preference']>> = {
  locker: 'LOCKER',
  'service-point': 'SERVICE_POINT',
};
const HELD_BY_CUSTOMS = /CUSTOMS_HELD$/;
const HOME = 'CN';

const isAnnounced = async (
  unit: Unit,
  { role }: Counterparty,
  { orderNo }: VaultEntry,
  { waybillNo }: Standing,
): Promise<boolean> =>
  (await unit.list({ collection: 'consent' }))
    .map((row) => row.body as StoredConsent)
    .some(
      ({ record, orderNo: of }) =>
        of === orderNo &&
        record.preference === POINTS[role] &&
        record.withdrawnAt === undefined &&
        (record.waybillNo === undefined || record.waybillNo === waybillNo),
    );

const isHeldByCustoms = async (unit: Unit, { carrier, waybillNo }: Standing): Promise<boolean> => {
  if (carrier === undefined || waybillNo === undefined) return false;
  const { status, events } = await foldObserved(unit, carrier, waybillNo);
  const last = events.findLast(({ event }) => event.eventCode.endsWith('_HELD'));
  return status === 'HELD' && last !== undefined && HELD_BY_CUSTOMS.test(last.event.eventCode);
};

/** Whether a condition of a cell holds, from our own records. In a sandbox the one insurer handles every open case. */
export const holdsFor = (
  unit: Unit,
  caller: Counterparty,
  entry: VaultEntry,
  standing: Standing,
): Readonly<Record<CellCondition, () => boolean | Promise<boolean>>> => ({
  ASSIGNED: () => standing.assignedTo !== undefined,
  PRE_ANNOUNCED: () => isAnnounced(unit, caller, entry, standing),
  HELD_BY_CUSTOMS: () => isHeldByCustoms(unit, standing),
  CLAIM_HANDLED: async () =>
    standing.waybillNo !== undefined &&
    (await unit.row(AFTER_SALES, standing.waybillNo)) !== undefined,
  CROSS_BORDER: () => entry.address.region.countryCode !== HOME,
});
