import type { System } from '../engine/system.ts';
import type { StoredOrder } from '../orders/stored-order.ts';
import { recordRow } from '../store/resource.ts';
import type { Soon } from '../store/soon.ts';
import type { Row } from '../store/store.ts';
import type { Unit } from '../store/unit.ts';
import type { StoredWaybill } from '../waybills/stored-waybill.ts';

/** What a courier keeps of an order and its parcels. */
const OF_PARCELS: readonly string[] = [
  'order',
  'waybill',
  'parcel',
  'intercept',
  'tracking-subscription',
  'handover',
  'journey',
];
/** Answers that were kept for a repeated key: what they told of is gone, and the number stays taken. */
const KEPT_ANSWERS = 'idempotency';

const TAKEN = 'taken';

const takenId = (collection: string, id: string): string => `${collection}/${id}`;

/** What is left of something that was erased: that its name was given, and when its number came to its end. */
type Taken = { readonly endedAt?: string };

/** What is left under a name that was once given to something; nothing where it never was. */
export const takenName = (unit: Unit, collection: string, id: string): Soon<Taken | undefined> =>
  unit.get<Taken>(TAKEN, takenId(collection, id));

/** Takes one row out of the store, and leaves its name taken. */
const dropRow = (unit: Unit, now: string, { collection, id, owner, body }: Row): void => {
  const { endedAt } = body as Taken;
  unit.delete(collection, id);
  const left: Taken = endedAt === undefined ? {} : { endedAt };
  unit.put(recordRow(TAKEN, takenId(collection, id), owner, now, left));
};

/** Whether a row holds one of these texts as a value. */
export const mentions = (row: Row, needles: readonly string[]): boolean => {
  const text = JSON.stringify(row.body);
  return needles.some((needle) => text.includes(JSON.stringify(needle)));
};

/** What a courier keeps of the orders of an owner that mention a reference or a number. */
export const parcelRowsAbout = async (
  unit: Unit,
  owner: string,
  needles: readonly string[],
): Promise<readonly Row[]> => {
  const listed = (collection: string) => unit.list({ collection, owner });
  const orderNos = (await listed('order'))
    .filter((row) => mentions(row, needles))
    .map((row) => (row.body as StoredOrder).order.orderNo);
  const waybillNos = (await listed('waybill'))
    .map((row) => (row.body as StoredWaybill).waybill)
    .filter((waybill) => orderNos.includes(waybill.orderNo))
    .map((waybill) => waybill.waybillNo);
  const rows: Row[] = [];
  for (const collection of OF_PARCELS)
    for (const row of await listed(collection))
      if (mentions(row, [...needles, ...orderNos, ...waybillNos])) rows.push(row);
  return rows;
};

/** Resources of any module that an owner reads, and that mention a reference or a number. */
export const resourcesAbout = async (
  system: System,
  unit: Unit,
  owner: string,
  needles: readonly string[],
): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (const collection of system.collections.keys())
    for (const row of await unit.list({ collection, owner }))
      if (mentions(row, needles)) rows.push(row);
  return rows;
};

/** What is kept beside a resource goes with it. */
const dropBeside = ({ collections }: System, unit: Unit, owner: string, row: Row): void => {
  const collection = collections.get(row.collection);
  const id = collection && (row.body as Readonly<Record<string, unknown>>)[collection.id];
  for (const [beside, key] of collection?.hooks.beside?.(owner, String(id)) ?? [])
    unit.delete(beside, key);
};

/** Takes rows out of the store with every answer that was kept about them. */
export const forget = async (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
  rows: readonly Row[],
  needles: readonly string[],
): Promise<void> => {
  const named = rows.flatMap((row) =>
    row.collection === 'order' ? [(row.body as StoredOrder).order.orderNo] : [],
  );
  for (const row of rows) {
    dropRow(unit, now, row);
    dropBeside(system, unit, owner, row);
  }
  await forgetAnswers(unit, owner, [...needles, ...named]);
};

/** Forgets the answers that were kept for repeated keys and tell of something: those to some operations, or to any. */
export const forgetAnswers = async (
  unit: Unit,
  owner: string,
  needles: readonly string[],
  operations?: readonly string[],
): Promise<void> => {
  const of = { collection: KEPT_ANSWERS, owner };
  for (const selection of operations?.map((parent) => ({ ...of, parent })) ?? [of])
    for (const row of await unit.list(selection))
      if (mentions(row, needles)) unit.delete(KEPT_ANSWERS, row.id);
};
