import { codesOf, IndicatorCode, type IndicatorPeriod, indicatorEntry } from '@openwaybill/schemas';
import { dayOf, endOfDay } from './civil-day.ts';
import type { EventLog } from './event-log.ts';
import { INDICATORS, type LogView, type RegionTable, type Share, viewOf } from './indicators.ts';
import { periodKey } from './observation.ts';
import { type PeriodKind, periodAround } from './period.ts';
import { levelsOf } from './region-level.ts';

/** One indicator of one region and period, exact, with the size of its base. */
export type Figure = {
  readonly indicator: IndicatorCode;
  /** A code, or the rest of one (`restOf`), which is kept for disclosure control alone. */
  readonly region: string;
  readonly period: IndicatorPeriod;
  readonly part: number;
  readonly whole: number;
  /** In the unit of the indicator; absent where there is nothing that it could be a ratio of. */
  readonly value?: number;
  /** Distinct references to consignees: never fewer than there are persons. */
  readonly personCount: number;
  readonly merchantCount: number;
  /** Share of the largest merchant in the base, in thousandths, rounded up. */
  readonly largestMerchantPerMille: number;
};

/** What figures are wanted. */
export type FiguresWanted = {
  readonly kinds: readonly PeriodKind[];
  readonly regions?: RegionTable;
  readonly indicators?: readonly IndicatorCode[];
};

/** Every indicator, in the order of the code list. */
export const INDICATOR_CODES = Object.keys(codesOf(IndicatorCode)) as readonly IndicatorCode[];

type Cell = {
  readonly indicator: IndicatorCode;
  readonly region: string;
  readonly period: IndicatorPeriod;
  part: number;
  whole: number;
  readonly persons: Set<string>;
  readonly merchants: Map<string, number>;
};

const MINUTE_MILLISECONDS = 60_000;

/** Exact and rounded down; metres times a million may pass 2^53. */
const ratio = (part: number, whole: number, scale: bigint): number | undefined =>
  whole === 0 ? undefined : Number((BigInt(part) * scale) / BigInt(whole));

const VALUES = {
  COUNT: (part: number): number | undefined => part,
  MINUTE: (part: number) => Math.floor(part / MINUTE_MILLISECONDS),
  PER_MILLE: (part: number, whole: number) => ratio(part, whole, 1000n),
  PER_MILLION: (part: number, whole: number) => ratio(part, whole, 1_000_000n),
} as const;

const figureOf = ({ indicator, region, period, part, whole, persons, merchants }: Cell): Figure => {
  const value = VALUES[indicatorEntry(indicator)?.unit ?? 'COUNT'](part, whole);
  let parcels = 0;
  let largest = 0;
  for (const count of merchants.values()) {
    parcels += count;
    largest = Math.max(largest, count);
  }
  return {
    indicator,
    region,
    period,
    part,
    whole,
    ...(value === undefined ? {} : { value }),
    personCount: persons.size,
    merchantCount: merchants.size,
    largestMerchantPerMille: parcels === 0 ? 0 : Math.ceil((largest * 1000) / parcels),
  };
};

/** Cells by indicator, period and region, into which shares are counted. */
const createCells = () => {
  const cells = new Map<string, Cell>();
  const cellAt = (indicator: IndicatorCode, period: IndicatorPeriod, region: string): Cell => {
    const key = `${indicator} ${periodKey(period)} ${region}`;
    const known = cells.get(key);
    if (known !== undefined) return known;
    const cell: Cell = {
      indicator,
      region,
      period,
      part: 0,
      whole: 0,
      persons: new Set(),
      merchants: new Map(),
    };
    cells.set(key, cell);
    return cell;
  };
  return {
    count: (indicator: IndicatorCode, period: IndicatorPeriod, share: Share): void => {
      for (const region of levelsOf(share.regionCode)) {
        const cell = cellAt(indicator, period, region);
        cell.part += share.part;
        cell.whole += share.whole;
        const { person, merchant } = share.parcel ?? {};
        if (person !== undefined) cell.persons.add(person);
        if (merchant !== undefined && share.whole > 0)
          cell.merchants.set(merchant, (cell.merchants.get(merchant) ?? 0) + 1);
      }
    },
    figures: (): readonly Figure[] => [...cells.values()].map(figureOf),
  };
};

/** Days on which something of a log happened or came to be known. */
const daysIn = function* ({ log, parcels }: LogView): Iterable<string> {
  for (const { pickedUp, delivered } of parcels) {
    if (pickedUp !== undefined) yield dayOf(pickedUp.at);
    if (delivered !== undefined) yield dayOf(delivered.at);
  }
  for (const store of [log.points, log.vehicles])
    for (const versions of store.values())
      for (const { updatedAt } of versions.values()) yield dayOf(updatedAt);
};

/** Every period of a kind from the first day to the last. */
const periodsBetween = (
  kind: PeriodKind,
  firstDay: string,
  lastDay: string,
): readonly IndicatorPeriod[] => {
  const periods: IndicatorPeriod[] = [];
  for (let day = firstDay; day <= lastDay; ) {
    const period = periodAround(kind, day);
    periods.push(period);
    day = dayOf(new Date(endOfDay(period.toOn)).toISOString());
  }
  return periods;
};

const byPlace = (a: Figure, b: Figure): number => {
  const keyOf = ({ indicator, period, region }: Figure) =>
    `${periodKey(period)} ${region} ${String(INDICATOR_CODES.indexOf(indicator)).padStart(3, '0')}`;
  return keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0;
};

/** Exact figures of a log, by period, region and indicator. For the reporter's own eyes: see `withheldOf`. */
export const figuresOf = (log: EventLog, wanted: FiguresWanted): readonly Figure[] => {
  const view = viewOf(log);
  const { kinds, regions = new Map(), indicators = INDICATOR_CODES } = wanted;
  const cells = createCells();
  const days = [...daysIn(view)].sort();
  const [firstDay, lastDay] = [days[0], days.at(-1)];
  for (const code of indicators) {
    const indicator = INDICATORS[code];
    if ('flow' in indicator) {
      for (const share of indicator.flow(view))
        for (const kind of kinds) cells.count(code, periodAround(kind, share.day), share);
    } else if (firstDay !== undefined && lastDay !== undefined)
      for (const kind of kinds)
        for (const period of periodsBetween(kind, firstDay, lastDay))
          for (const share of indicator.stock(view, endOfDay(period.toOn), regions))
            cells.count(code, period, share);
  }
  return cells.figures().toSorted(byPlace);
};
