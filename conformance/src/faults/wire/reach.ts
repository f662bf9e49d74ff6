import { checks } from '../../checks/index.ts';
import { hasSignOfLife } from '../../sign-of-life.ts';
import { textOf } from '../../transcript/body.ts';
import {
  type Entry,
  type Exchange,
  exchangesOf,
  type RecordedBody,
  type Transcript,
} from '../../transcript/format.ts';
import type { Claim } from '../../words.ts';
import { type Meeting, type Where, type WireFault, whereOf } from './wire-fault.ts';

/** What a clean run showed, ready to be asked for the messages of a fault. */
export type Shown = {
  readonly transcript: Transcript;
  readonly claim: Claim;
  readonly by: ReadonlyMap<Where, ReadonlyMap<string, readonly Exchange[]>>;
  /** Scenarios by what they cost, the cheapest first. */
  readonly cheapest: readonly string[];
  /** The cheapest scenario that shows a living system without some messages, once it is known. */
  readonly living: Map<string, string | undefined>;
};

/** What a fault would change in a run, and the scenarios that show it. */
export type Reach = { readonly meeting: Meeting; readonly scenarios: readonly string[] };

/** Every run begins with it. */
const DISCOVERY = 'discovery';
/** Tells a second time what others were told. */
const RETOLD = 'told-again';
/** Scenarios in which a fault is looked for before any run, and those that are run where it is found in none. */
const CANDIDATES = 12;
const FEW = 2;

/** Characters that take as long as an exchange of a few. */
const LONG = 4_000;

const lengthOf = (body: RecordedBody | undefined): number => textOf(body).length;

const costOf = ({ request, response }: Exchange): number =>
  1 + (lengthOf(request.body) + lengthOf(response?.body)) / LONG;

/** Indexes a clean run, or the scenarios of one, each run alone. */
export const shownOf = (transcript: Transcript, claim: Claim): Shown => {
  const by = new Map<Where, Map<string, Exchange[]>>();
  const costs = new Map<string, number>();
  for (const exchange of exchangesOf(transcript)) {
    const { scenario } = exchange;
    if (scenario === undefined) continue;
    costs.set(scenario, (costs.get(scenario) ?? 0) + costOf(exchange));
    for (const where of whereOf(exchange)) {
      const scenarios = by.get(where) ?? new Map<string, Exchange[]>();
      by.set(where, scenarios);
      const there = scenarios.get(scenario);
      if (there === undefined) scenarios.set(scenario, [exchange]);
      else there.push(exchange);
    }
  }
  const cheapest = [...costs].sort(([, a], [, b]) => a - b).map(([id]) => id);
  return { transcript, claim, by, cheapest, living: new Map() };
};

const livingWithout = (shown: Shown, where: readonly Where[]): string | undefined => {
  const key = where.join();
  if (shown.living.has(key)) return shown.living.get(key);
  const found = shown.cheapest.find((id) =>
    hasSignOfLife(
      {
        entries: shown.transcript.entries.filter(
          (entry) =>
            entry.kind === 'head' ||
            (entry.kind === 'exchange' &&
              (entry.operation === 'getCapabilities' ||
                (entry.scenario === id && !whereOf(entry).some((one) => where.includes(one))))),
        ),
      },
      shown.claim,
    ),
  );
  shown.living.set(key, found);
  return found;
};

/** Whether the checks of what a fault violates would find it in a scenario: what a run is then made to show. */
const isTold = (fault: WireFault, shown: Shown, scenario: string): boolean => {
  const transcript: Transcript = {
    entries: shown.transcript.entries.flatMap((entry): readonly Entry[] => {
      if (entry.kind === 'head') return [entry];
      if (entry.kind !== 'exchange' || entry.scenario !== scenario) return [];
      return [
        whereOf(entry).some((one) => fault.where.includes(one)) ? fault.bentIn(entry) : entry,
      ];
    }),
  };
  return checks
    .filter(({ requirements }) => requirements.some((id) => fault.violates.includes(id)))
    .some((check) => {
      for (const { says } of check.judge(transcript, shown.claim))
        if (says === 'VIOLATED') return true;
      return false;
    });
};

/** Where a clean run shows what a fault would change: the cheapest scenarios that do. */
export const reachOf = (fault: WireFault, shown: Shown): Reach => {
  const { meeting, showing } = meetingOf(fault, shown);
  if (meeting !== 'CHANGED') return { meeting, scenarios: [] };
  const telling = fault.isRetold
    ? showing[0]
    : showing.slice(0, CANDIDATES).find((id) => isTold(fault, shown, id));
  const living = livingWithout(shown, fault.where);
  return {
    meeting,
    scenarios: [
      ...new Set([
        DISCOVERY,
        ...(telling === undefined ? showing.slice(0, FEW) : [telling]),
        ...(living === undefined ? [] : [living]),
        ...(fault.isRetold ? [RETOLD] : []),
      ]),
    ],
  };
};
export const toldBy = (fault: WireFault, shown: Shown) => {
  const { meeting, showing } = meetingOf(fault, shown);
  if (meeting !== 'CHANGED') return undefined;
  return { showing, telling: showing.find((id) => isTold(fault, shown, id)) };
};

/** What a fault would make of a clean run, and the scenarios that show it, the cheapest first. */
const meetingOf = (
  fault: WireFault,
  shown: Shown,
): { readonly meeting: Meeting; readonly showing: readonly string[] } => {
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
  return { meeting, showing: shown.cheapest.filter((id) => changed.has(id)) };
};
