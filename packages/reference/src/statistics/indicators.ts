import { codesOf, EnergyType, type IndicatorCode, type ServicePoint } from '@openwaybill/schemas';
import { dayOf } from './civil-day.ts';
import type { EventLog } from './event-log.ts';
import { interruptionSpans } from './interruption-spans.ts';
import { type Observations, parcelKey } from './observation.ts';
import { knownBefore, newestOf, oldestOf, type ParcelFacts, parcelsOf } from './parcel-facts.ts';

/** How many towns and villages a district has, by its code: the table that a coverage is over. */
export type RegionTable = ReadonlyMap<
  string,
  { readonly townCount: number; readonly villageCount: number }
>;

/** What one fact adds to a cell: to the part that is counted, and to the whole that it is a part of. */
export type Share = {
  readonly regionCode?: string | undefined;
  readonly part: number;
  readonly whole: number;
  /** The parcel that it is about, behind which a person and a merchant stand. */
  readonly parcel?: ParcelFacts | undefined;
};

/** A share of the civil day on which the fact happened. */
export type DatedShare = Share & { readonly day: string };

/** The definition of an indicator: of what happened in a period, or of what stood at its end. */
export type Indicator =
  | { readonly flow: (view: LogView) => Iterable<DatedShare> }
  | { readonly stock: (view: LogView, end: number, regions: RegionTable) => Iterable<Share> };

/** A log with its parcels put together. */
export type LogView = {
  readonly log: EventLog;
  readonly parcels: readonly ParcelFacts[];
  readonly byKey: ReadonlyMap<string, ParcelFacts>;
  readonly byWaybillNo: ReadonlyMap<string, ParcelFacts>;
  readonly byPackage: ReadonlyMap<string, ParcelFacts>;
};

/** Where two parcels have one name, the first in the order of couriers counts, whatever came first. */
const indexed = (
  parcels: readonly ParcelFacts[],
  nameOf: (parcel: ParcelFacts) => string | undefined,
): ReadonlyMap<string, ParcelFacts> => {
  const index = new Map<string, ParcelFacts>();
  for (const parcel of parcels) {
    const name = nameOf(parcel);
    if (name !== undefined && !index.has(name)) index.set(name, parcel);
  }
  return index;
};

export const viewOf = (log: EventLog): LogView => {
  const parcels = [...parcelsOf(log)].sort((a, b) =>
    parcelKey(a.carrierCode, a.waybillNo) < parcelKey(b.carrierCode, b.waybillNo) ? -1 : 1,
  );
  return {
    log,
    parcels,
    byKey: indexed(parcels, ({ carrierCode, waybillNo }) => parcelKey(carrierCode, waybillNo)),
    byWaybillNo: indexed(parcels, ({ waybillNo }) => waybillNo),
    byPackage: indexed(parcels, (parcel) => parcel.packageKey),
  };
};

const placeOf = (parcel: ParcelFacts | undefined): string | undefined =>
  parcel?.pickedUp?.regionCode;

const is = (holds: boolean): 0 | 1 => (holds ? 1 : 0);

/** Parcels by the day and place of their first PICKED_UP. */
const pickedUp = function* ({ parcels }: LogView, part: 0 | 1): Iterable<DatedShare> {
  for (const parcel of parcels)
    if (parcel.pickedUp !== undefined)
      yield {
        regionCode: placeOf(parcel),
        day: dayOf(parcel.pickedUp.at),
        part,
        whole: 1,
        parcel,
      };
};

/** Parcels by the day and place of their delivery; those of which nothing is asked are left out. */
const delivered = (
  asked: (delivery: NonNullable<ParcelFacts['delivered']>) => boolean | undefined,
): Indicator => ({
  *flow({ parcels }) {
    for (const parcel of parcels) {
      const { delivered: delivery } = parcel;
      const holds = delivery === undefined ? undefined : asked(delivery);
      if (delivery === undefined || holds === undefined) continue;
      const { at, regionCode } = delivery;
      yield { regionCode, day: dayOf(at), part: is(holds), whole: 1, parcel };
    }
  },
});

type Declaration = Observations['declarations'];

/** Declared packages by the day of declaration, at the place where the parcel was picked up. */
const declared = (asked: (declaration: Declaration) => boolean): Indicator => ({
  *flow({ log, byPackage }) {
    const packages = new Map<string, Declaration>();
    for (const [, declaration] of newestOf(log.declarations)) {
      const key = `${declaration.orderNo} ${declaration.packageId}`;
      const known = packages.get(key);
      // a package that was declared twice counts once, as it was declared last
      if (known === undefined || textOf(known) < textOf(declaration))
        packages.set(key, declaration);
    }
    for (const [key, declaration] of packages) {
      const parcel = byPackage.get(key);
      const day = dayOf(declaration.createdAt);
      yield { regionCode: placeOf(parcel), day, part: is(asked(declaration)), whole: 1, parcel };
    }
  },
});

const textOf = ({ createdAt, ...rest }: Declaration): string =>
  JSON.stringify([new Date(createdAt).toISOString(), rest]);

type Point = Observations['points'];

/** Open points at the end of a period. */
const openPoints = (asked: (point: Point) => boolean): Indicator => ({
  *stock({ log }, end) {
    for (const point of knownBefore(log.points, end))
      if (point.status === 'OPEN' && asked(point))
        yield { regionCode: point.regionCode, part: 1, whole: 0 };
  },
});

const ofKind =
  (kind: ServicePoint['kind']) =>
  (point: Point): boolean =>
    point.kind === kind;

/** Divisions with an open point over all that the table has. */
const covered = (
  divisionOf: (point: Point) => string | undefined,
  countOf: (row: { townCount: number; villageCount: number }) => number,
): Indicator => ({
  *stock({ log }, end, regions) {
    const divisions = knownBefore(log.points, end)
      .filter(({ status }) => status === 'OPEN')
      .flatMap((point) => divisionOf(point) ?? []);
    for (const division of new Set(divisions))
      yield { regionCode: division.slice(0, 6), part: 1, whole: 0 };
    for (const [regionCode, row] of regions) yield { regionCode, part: 0, whole: countOf(row) };
  },
});

const NEW_ENERGY: readonly string[] = Object.entries(codesOf(EnergyType)).flatMap(
  ([code, { newEnergy }]: [string, { newEnergy?: boolean }]) => (newEnergy ? [code] : []),
);

/** Every indicator as a function of the event log: what the code list says in words. */
export const INDICATORS: Readonly<Record<IndicatorCode, Indicator>> = {
  PARCEL_VOLUME: { flow: (view) => pickedUp(view, 1) },
  PARK_COUNT: openPoints(ofKind('PARK')),
  COMMUNITY_STATION_COUNT: openPoints(ofKind('COMMUNITY_STATION')),
  RURAL_POINT_COUNT: openPoints(({ tier }) => tier === 'TOWN' || tier === 'VILLAGE'),
  TOWN_COVERAGE_RATIO: covered(
    ({ townCode }) => townCode,
    ({ townCount }) => townCount,
  ),
  VILLAGE_COVERAGE_RATIO: covered(
    ({ villageCode }) => villageCode,
    ({ villageCount }) => villageCount,
  ),
  NEW_ENERGY_VEHICLE_RATIO: {
    *stock({ log }, end) {
      for (const { status, energy, regionCode } of knownBefore(log.vehicles, end))
        if (status === 'IN_USE')
          yield { regionCode, part: is(NEW_ENERGY.includes(energy)), whole: 1 };
    },
  },
  REUSABLE_PACK_RATIO: declared(({ packClass }) => packClass === 'A_REUSABLE'),
  SECOND_PACKAGING_RATIO: declared(({ isSecondPackaging }) => isSecondPackaging),
  LOCKER_DELIVERY_RATIO: delivered(({ fromLocker }) => fromLocker),
  FIRST_ATTEMPT_SUCCESS: delivered(({ atFirst }) => atFirst),
  ON_TIME_RATE: delivered(({ onTime }) => onTime),
  COMPLAINT_RATE: {
    *flow(view) {
      yield* pickedUp(view, 0);
      for (const { carrierCode, waybillNo, openedAt } of oldestOf(view.log.complaints)) {
        const parcel =
          carrierCode === undefined
            ? view.byWaybillNo.get(waybillNo)
            : view.byKey.get(parcelKey(carrierCode, waybillNo));
        yield { regionCode: placeOf(parcel), day: dayOf(openedAt), part: 1, whole: 0, parcel };
      }
    },
  },
  INTERRUPTION_MINUTES: {
    *flow({ log }) {
      for (const { day, milliseconds } of interruptionSpans(log))
        yield { day, part: milliseconds, whole: 0 };
    },
  },
  EMPTY_RUN_RATIO: {
    *flow({ log }) {
      const vehicles = new Map(newestOf(log.vehicles));
      for (const [, leg] of newestOf(log.legs)) {
        const { vehicleId, arrivedAt, emptyMetres, distanceMetres } = leg;
        yield {
          regionCode: vehicleId === undefined ? undefined : vehicles.get(vehicleId)?.regionCode,
          day: dayOf(arrivedAt),
          part: emptyMetres,
          whole: distanceMetres,
        };
      }
    },
  },
  REVEALS_PER_1000_PARCELS: {
    *flow(view) {
      yield* pickedUp(view, 0);
      for (const { waybillNo, at } of oldestOf(view.log.reveals)) {
        const parcel = view.byWaybillNo.get(waybillNo);
        yield { regionCode: placeOf(parcel), day: dayOf(at), part: 1, whole: 0, parcel };
      }
    },
  },
  MASKED_LABEL_RATIO: {
    *flow({ log, byKey }) {
      for (const [key, prints] of log.labels)
        for (const { at, maskProfile } of prints.values()) {
          const parcel = byKey.get(key);
          yield {
            regionCode: placeOf(parcel),
            day: dayOf(at),
            part: is(maskProfile === 'MASKED'),
            whole: 1,
            parcel,
          };
        }
    },
  },
};
