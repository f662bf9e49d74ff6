import { eventCodeEntry, registry } from '@openwaybill/schemas';
import { foldOf, type Scan } from '../oracle/fold.ts';

/** One observation of a parcel: its code, and the status that the code stands for. */
type Observed = { readonly code: string; readonly status: string };

const BEGIN = 'UNKNOWN';
const BACK = 'RETURNING';

const table = registry.lifecycles.find(({ entity }) => entity === 'parcel');

const CODES = Object.keys(registry.codeLists.find(({ name }) => name === 'EventCode')?.codes ?? {});

/** The first code that stands for each status, wherever the parcel is. */
const OBSERVABLE: readonly Observed[] = Object.keys(table?.states ?? {}).flatMap((status) => {
  const code = CODES.find((one) => {
    const entry = eventCodeEntry(one);
    return entry?.after === status && entry.onlyFrom === undefined;
  });
  return code === undefined ? [] : [{ code, status }];
});

const isNamed = (from: string, to: string): boolean =>
  from !== to &&
  table?.transitions.some(
    (row) => row.to === to && (row.from as readonly string[]).includes(from),
  ) === true;

/** The shortest way from a status to a move that is still open; on the way back only one more is made. */
const wayTo = (from: string, open: ReadonlySet<string>): readonly Observed[] => {
  const ways = new Map<string, readonly Observed[]>([[from, []]]);
  for (const [at, way] of ways)
    for (const move of OBSERVABLE) {
      if (!isNamed(at, move.status)) continue;
      if (open.has(`${at} ${move.status}`)) return [...way, move];
      if (at !== BACK && !ways.has(move.status)) ways.set(move.status, [...way, move]);
    }
  return [];
};

const MINUTE = 60_000;

/** Codes as scans of one parcel, a minute apart. */
const scansOf = (codes: readonly string[]): readonly Scan[] =>
  codes.map((eventCode, index) => {
    const at = new Date(index * MINUTE).toISOString();
    return { eventId: String(index).padStart(4, '0'), eventCode, occurredAt: at, recordedAt: at };
  });

/** Whether an observation changes nothing, and is kept as an anomaly. */
const isOdd = (codes: readonly string[], code: string): boolean =>
  foldOf(scansOf([...codes, code])).anomalies.has(String(codes.length).padStart(4, '0'));

/**
 * The observations of few parcels that together make every move of the table, each at most so long; in every status
 * that is met for the first time stands everything that cannot happen there.
 */
export const parcelTrails = (longest: number): readonly (readonly string[])[] => {
  const open = new Set(
    [BEGIN, ...OBSERVABLE.map(({ status }) => status)].flatMap((from) =>
      OBSERVABLE.flatMap(({ status }) => (isNamed(from, status) ? [`${from} ${status}`] : [])),
    ),
  );
  const met = new Set<string>([BACK]);
  const trails: string[][] = [];
  for (;;) {
    const codes: string[] = [];
    let at = BEGIN;
    let isOver = false;
    while (!isOver && codes.length < longest) {
      const way = wayTo(at, open);
      if (way.length === 0) break;
      for (const { code, status } of way) {
        isOver = at === BACK;
        open.delete(`${at} ${status}`);
        codes.push(code);
        at = status;
        if (met.has(at) || isOver) continue;
        met.add(at);
        for (const odd of OBSERVABLE)
          if (odd.status !== at && isOdd(codes, odd.code)) codes.push(odd.code);
      }
    }
    if (codes.length === 0) return trails;
    trails.push(codes);
  }
};
