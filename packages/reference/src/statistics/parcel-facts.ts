import { epochMillis, eventCodeEntry, placeEvents } from '@openwaybill/schemas';
import type { EventLog } from './event-log.ts';
import { packageKey, type Scan } from './observation.ts';

/** Something that happened once to a parcel, and where. */
type Moment = { readonly at: string; readonly regionCode?: string };

/** What the indicators ask of a parcel, after corrections and duplicates. */
export type ParcelFacts = {
  readonly waybillNo: string;
  readonly carrierCode: string;
  readonly packageKey?: string;
  readonly person?: string;
  readonly merchant?: string;
  readonly pickedUp?: Moment;
  readonly delivered?: Moment & {
    readonly fromLocker: boolean;
    readonly atFirst: boolean;
    /** Only where a day was promised. */
    readonly onTime?: boolean;
  };
};

const last = <T>(versions: ReadonlyMap<string, T> | undefined): T | undefined =>
  versions?.get([...versions.keys()].sort().at(-1) ?? '');

const first = <T>(versions: ReadonlyMap<string, T> | undefined): T | undefined =>
  versions?.get([...versions.keys()].sort()[0] ?? '');

const momentOf = (at: string, regionCode: string | undefined): Moment =>
  regionCode === undefined ? { at } : { at, regionCode };

const courseOf = (
  scans: Iterable<Scan>,
  deliverByAt: string | undefined,
): Pick<ParcelFacts, 'pickedUp' | 'delivered'> => {
  let pickedUp: Moment | undefined;
  let regionCode: string | undefined;
  let fromLocker = false;
  let atFirst = true;
  for (const { event, part } of placeEvents([...scans])) {
    if (part !== 'FOLDED' || event.leg === 'RETURN') continue;
    const after = eventCodeEntry(event.eventCode)?.after;
    regionCode = event.regionCode ?? regionCode;
    if (event.eventCode === 'PICKED_UP') pickedUp ??= momentOf(event.occurredAt, regionCode);
    if (event.eventCode === 'DEPOSITED_LOCKER') fromLocker = true;
    if (after === 'DELIVERY_FAILED') atFirst = false;
    if (after !== 'DELIVERED') continue;
    const at = event.occurredAt;
    const onTime =
      deliverByAt === undefined ? {} : { onTime: epochMillis(at) <= epochMillis(deliverByAt) };
    return {
      ...(pickedUp === undefined ? {} : { pickedUp }),
      delivered: { ...momentOf(at, regionCode), fromLocker, atFirst, ...onTime },
    };
  }
  return pickedUp === undefined ? {} : { pickedUp };
};

/** Every parcel that was scanned or bound, with the order that it belongs to where the log has it. */
export const parcelsOf = (log: EventLog): readonly ParcelFacts[] =>
  [...new Set([...log.scans.keys(), ...log.bindings.keys()])].map((key) => {
    const [carrierCode = '', waybillNo = ''] = key.split(' ');
    const binding = first(log.bindings.get(key));
    const order = binding === undefined ? undefined : last(log.orders.get(binding.orderNo));
    return {
      carrierCode,
      waybillNo,
      ...(binding === undefined
        ? {}
        : { packageKey: packageKey(binding.orderNo, binding.packageId) }),
      ...(order === undefined ? {} : { person: order.person }),
      ...(order?.merchant === undefined ? {} : { merchant: order.merchant }),
      ...courseOf(log.scans.get(key)?.values() ?? [], order?.deliverByAt),
    };
  });

/** The newest version of each thing of a kind that was known before an instant. */
export const knownBefore = <T extends { readonly revision: number; readonly updatedAt: string }>(
  store: ReadonlyMap<string, ReadonlyMap<string, T>>,
  end: number,
): readonly T[] =>
  [...store.values()].flatMap((versions) => {
    const known = [...versions.values()].filter(({ updatedAt }) => epochMillis(updatedAt) < end);
    const newest = known.toSorted((a, b) => a.revision - b.revision).at(-1);
    return newest === undefined ? [] : [newest];
  });

/** The newest version of each thing of a kind. */
export const newestOf = <T>(
  store: ReadonlyMap<string, ReadonlyMap<string, T>>,
): readonly (readonly [string, T])[] =>
  [...store].flatMap(([key, versions]) => {
    const newest = last(versions);
    return newest === undefined ? [] : [[key, newest] as const];
  });

/** The oldest version of each thing of a kind. */
export const oldestOf = <T>(store: ReadonlyMap<string, ReadonlyMap<string, T>>): readonly T[] =>
  [...store.values()].flatMap((versions) => {
    const oldest = first(versions);
    return oldest === undefined ? [] : [oldest];
  });
