import { hasSignOfLife } from '../../sign-of-life.ts';
import { type Exchange, exchangesOf, type Transcript } from '../../transcript/format.ts';
import type { Claim } from '../../words.ts';
import { type Meeting, type Where, type WireFault, whereOf } from './wire-fault.ts';

/** What a clean run showed, ready to be asked for the messages of a fault. */
export type Shown = {
  readonly transcript: Transcript;
  readonly claim: Claim;
  readonly by: ReadonlyMap<Where, ReadonlyMap<string, readonly Exchange[]>>;
  /** Scenarios by the number of their exchanges, the shortest first. */
  readonly shortest: readonly string[];
  /** The shortest scenario that shows a living system without some messages, once it is known. */
  readonly living: Map<string, string | undefined>;
};

/** What a fault would change in a run, and the scenarios that show it. */
export type Reach = { readonly meeting: Meeting; readonly scenarios: readonly string[] };

/** Every run begins with it. */
const DISCOVERY = 'discovery';
/** Where a change that no schema sees is looked for: more than one telling is compared. */
const COMPARED = 3;

/** Indexes a clean run. */
export const shownOf = (transcript: Transcript, claim: Claim): Shown => {
  const by = new Map<Where, Map<string, Exchange[]>>();
  const lengths = new Map<string, number>();
  for (const exchange of exchangesOf(transcript)) {
    const { scenario } = exchange;
    if (scenario === undefined) continue;
    lengths.set(scenario, (lengths.get(scenario) ?? 0) + 1);
    for (const where of whereOf(exchange)) {
      const scenarios = by.get(where) ?? new Map<string, Exchange[]>();
      by.set(where, scenarios);
      const there = scenarios.get(scenario);
      if (there === undefined) scenarios.set(scenario, [exchange]);
      else there.push(exchange);
    }
  }
  const shortest = [...lengths].sort(([, a], [, b]) => a - b).map(([id]) => id);
  return { transcript, claim, by, shortest, living: new Map() };
};

const livingWithout = (shown: Shown, where: readonly Where[]): string | undefined => {
  const key = where.join();
  if (shown.living.has(key)) return shown.living.get(key);
  const found = shown.shortest.find((id) =>
    hasSignOfLife(
      {
        entries: shown.transcript.entries.filter(
          (entry) =>
            entry.kind === 'exchange' &&
            (entry.operation === 'getCapabilities' ||
              (entry.scenario === id && !whereOf(entry).some((one) => where.includes(one)))),
        ),
      },
      shown.claim,
    ),
  );
  shown.living.set(key, found);
  return found;
};

/** Where a clean run shows what a fault would change: the shortest scenarios that do. */
export const reachOf = (fault: WireFault, shown: Shown): Reach => {
  let meeting: Meeting = 'ABSENT';
  const changed = new Set<string>();
  for (const where of fault.where)
    for (const [scenario, exchanges] of shown.by.get(where) ?? [])
      for (const exchange of changed.has(scenario) ? [] : exchanges) {
        const met = fault.meets(exchange);
        if (met !== 'ABSENT' && meeting !== 'CHANGED') meeting = met;
        if (met !== 'CHANGED') continue;
        changed.add(scenario);
        break;
      }
  if (meeting !== 'CHANGED') return { meeting, scenarios: [] };
  const showing = shown.shortest
    .filter((id) => changed.has(id))
    .slice(0, fault.isInvalid ? 1 : COMPARED);
  const living = livingWithout(shown, fault.where);
  return {
    meeting,
    scenarios: [...new Set([DISCOVERY, ...showing, ...(living === undefined ? [] : [living])])],
  };
};
