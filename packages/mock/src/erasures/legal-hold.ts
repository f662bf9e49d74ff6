import type { ErasureReceipt } from '@openwaybill/schemas';
import { endOfDay } from '../agreements/civil-day.ts';
import { DAY, instantOf } from '../engine/clock.ts';
import { recordRow } from '../store/resource.ts';
import type { Soon } from '../store/soon.ts';
import type { Row } from '../store/store.ts';
import type { Unit } from '../store/unit.ts';
import { mentions } from './forget.ts';

/** What the law forbids us to erase about a parcel, by which order of whom, and until when. */
export type LegalHold = {
  readonly orderNo: string;
  readonly waybillNo: string;
  readonly legalBasis: string;
  /** The last day of it. */
  readonly untilOn: string;
};

const COLLECTION = 'legal-hold';
/** Rows that were erased for everybody, and are kept for the authority alone. */
const ASIDE = 'held-aside';

const idOf = (owner: string, orderNo: string): string => `${owner}/${orderNo}`;

export const putHold = (unit: Unit, now: string, owner: string, hold: LegalHold): void =>
  unit.put(recordRow(COLLECTION, idOf(owner, hold.orderNo), owner, now, hold, hold.orderNo));

export const dropHold = (unit: Unit, owner: string, orderNo: string): void =>
  unit.delete(COLLECTION, idOf(owner, orderNo));

export const findHold = (unit: Unit, owner: string, orderNo: string): Soon<LegalHold | undefined> =>
  unit.get<LegalHold>(COLLECTION, idOf(owner, orderNo));

/** Of several holds the one that lasts longest. */
export const latest = (holds: readonly LegalHold[]): LegalHold | undefined =>
  holds.toSorted((a, b) => a.untilOn.localeCompare(b.untilOn)).at(-1);

/** The hold on an order, whoever carries it. */
export const holdOn = async (unit: Unit, orderNo: string): Promise<LegalHold | undefined> =>
  latest(
    (await unit.list({ collection: COLLECTION, parent: orderNo })).map(
      (row) => row.body as LegalHold,
    ),
  );

/** The hold of an owner that a row falls under. */
export const holdOver = async (
  unit: Unit,
  owner: string,
  row: Row,
): Promise<LegalHold | undefined> =>
  latest(
    (await unit.list({ collection: COLLECTION, owner }))
      .map(({ body }) => body as LegalHold)
      .filter(({ orderNo, waybillNo }) => mentions(row, [orderNo, waybillNo])),
  );

/** The instant at which a hold is over. */
export const endOfHold = ({ untilOn }: LegalHold): string => endOfDay(untilOn);

/** When what is held is looked at again: at its end, or a day later where the clock of who set it lags behind. */
export const againAt = (hold: LegalHold, now: string): string => {
  const end = endOfHold(hold);
  return end > now ? end : instantOf(Date.parse(now) + DAY);
};

/** A field that may be kept although its erasure was asked for. */
export type RetainedField = ErasureReceipt['retained'][number]['field'];

/** What a receipt says of a field that is kept under a hold. */
export const retained = (
  field: RetainedField,
  { legalBasis, untilOn }: LegalHold,
): ErasureReceipt['retained'][number] => ({ field, legalBasis, untilOn });

/** Keeps a copy of a row that no read answers any more, as long as its hold lasts. */
export const setAside = (unit: Unit, now: string, row: Row, { orderNo }: LegalHold): void => {
  const { collection, id, owner, body } = row;
  unit.put(recordRow(ASIDE, `${collection}/${id}`, owner, now, body, idOf(owner, orderNo)));
};

/** Forgets what was kept for the authority alone. */
export const dropAside = async (unit: Unit, owner: string, orderNo: string): Promise<void> => {
  for (const { id } of await unit.list({ collection: ASIDE, parent: idOf(owner, orderNo) }))
    unit.delete(ASIDE, id);
};
