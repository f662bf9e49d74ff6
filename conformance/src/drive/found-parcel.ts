import { answerOf, isAccepted } from '../transcript/body.ts';
import type { Stage } from './stage.ts';
import { TEST_CARRIER } from './test-carrier.ts';
import type { NamedParcel } from './ways.ts';

/** A parcel that moved as it was wished. */
export type FoundParcel = {
  readonly orderNo: string;
  readonly carrierCode: string;
  readonly waybillNo: string;
};

/** What is wished of a parcel that is to be found. */
export type ParcelWish = { readonly codes: readonly string[]; readonly isOnlyRead: boolean };

/** The members of an item of a list that are looked at here; a system may leave any of them out. */
type Item = { readonly eventCode?: unknown; readonly waybillNo?: unknown };

const itemsOf = (answer: { readonly items?: unknown } | undefined): readonly Item[] =>
  Array.isArray(answer?.items) ? answer.items : [];

/** Whether these codes were observed in this order, and the last of them last. */
const isCourse = (seen: readonly string[], wanted: readonly string[]): boolean => {
  let at = 0;
  for (const code of seen) if (code === wanted[at]) at += 1;
  return at === wanted.length && seen.at(-1) === wanted.at(-1);
};

/** Whether a parcel moved as wished, by what its courier says of it. */
export const hasMoved = async (
  stage: Stage,
  { carrierCode, waybillNo }: Pick<FoundParcel, 'carrierCode' | 'waybillNo'>,
  codes: readonly string[],
): Promise<boolean> => {
  const read = await stage.call('listParcelEvents', {
    path: { carrierCode, waybillNo },
    query: { limit: '200' },
    intent: 'PREPARE',
  });
  const seen = itemsOf(answerOf(read)).map(({ eventCode }) => String(eventCode));
  return isAccepted(read) && isCourse(seen, codes);
};

const waybillsOf = async (
  stage: Stage,
  query: Readonly<Record<string, string>>,
  isExpendable: boolean,
): Promise<readonly NamedParcel[]> => {
  const page = await stage.call('listWaybills', { query, intent: 'PREPARE' });
  return itemsOf(answerOf(page)).flatMap(({ waybillNo }) =>
    typeof waybillNo === 'string' ? [{ carrierCode: TEST_CARRIER, waybillNo, isExpendable }] : [],
  );
};

/** The parcels that the file of the run names, by themselves or by their orders. */
export const namedParcels = async (stage: Stage): Promise<readonly NamedParcel[]> => {
  const { orders = [], waybills = [], parcels = [] } = stage.ways.use;
  const ofOrders: NamedParcel[] = [];
  for (const { orderNo, expendable } of orders)
    ofOrders.push(...(await waybillsOf(stage, { orderNo }, expendable === true)));
  return [
    ...parcels.map(({ carrierCode, waybillNo, expendable }) => ({
      carrierCode,
      waybillNo,
      isExpendable: expendable === true,
    })),
    ...waybills.map(({ waybillNo, expendable }) => ({
      carrierCode: TEST_CARRIER,
      waybillNo,
      isExpendable: expendable === true,
    })),
    ...ofOrders,
  ];
};

/** The oldest parcels of others that the courier lists; nobody said that they may be changed. */
export const listedParcels = (stage: Stage): Promise<readonly NamedParcel[]> =>
  waybillsOf(stage, { limit: '50' }, false);

/**
 * The first of some parcels that moved as wished. One that is shown as it is stays so for the whole run, and one that a
 * scenario changes is given to no other.
 */
export const findParcel = async (
  stage: Stage,
  among: readonly NamedParcel[],
  { codes, isOnlyRead }: ParcelWish,
): Promise<FoundParcel | undefined> => {
  const { pinned } = stage.ways;
  for (const parcel of among) {
    const { carrierCode, waybillNo, isExpendable } = parcel;
    const name = `${carrierCode}/${waybillNo}`;
    if (!isOnlyRead && (!isExpendable || pinned.has(name))) continue;
    if (!(await hasMoved(stage, parcel, codes))) continue;
    const read = await stage.call('getWaybill', { path: { waybillNo }, intent: 'PREPARE' });
    const orderNo = answerOf(read)?.orderNo;
    if (typeof orderNo !== 'string') continue;
    pinned.add(name);
    return { orderNo, carrierCode, waybillNo };
  }
  return undefined;
};
