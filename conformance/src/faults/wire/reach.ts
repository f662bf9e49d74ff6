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
import { everyOther } from './every-other.ts';
import { type Meeting, type Where, type WireFault, whereOf } from './wire-fault.ts';

/** What a clean run showed, ready to be asked for the messages of a fault. */
export type Shown = {
  readonly transcript: Transcript;
  readonly claim: Claim;
  readonly by: ReadonlyMap<Where, ReadonlyMap<string, readonly Exchange[]>>;
  /** Scenarios by what they cost, the cheapest first. */
  readonly cheapest: readonly string[];
  /** The cheapest scenarios that show a living system without some messages, once they are known. */
  readonly living: Map<string, readonly string[]>;
};

/** What a fault would change in a run, and the scenarios that show it. */
export type Reach = {
  readonly meeting: Meeting;
  /** Whether a scenario alone is known to tell of it. */
  readonly isTold: boolean;
  readonly scenarios: readonly string[];
};

/** Reads the capability document, without which nothing is judged. */
const DISCOVERY = 'discovery';
/** Tells a second time what others were told. */
const RETOLD = 'told-again';
/** Scenarios in which a fault is looked for before any run, and those that are run where it is found in none. */
const CANDIDATES = 5;
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

const livingWithout = (shown: Shown, where: readonly Where[]): readonly string[] => {
  const key = where.join();
  const known = shown.living.get(key);
  if (known !== undefined) return known;
  const documents = shown.by.get('answer getCapabilities') ?? new Map();
  const greeting = shown.cheapest.find((id) => documents.has(id)) ?? DISCOVERY;
  const isShown = (id: string): boolean =>
    hasSignOfLife(
      {
        entries: shown.transcript.entries.filter(
          (entry) =>
            entry.kind === 'head' ||
            (entry.kind === 'exchange' &&
              (entry.scenario === greeting || entry.scenario === id) &&
              (entry.operation === 'getCapabilities' ||
                !whereOf(entry).some((one) => where.includes(one)))),
        ),
      },
      shown.claim,
    );
  const living = isShown(greeting) ? undefined : shown.cheapest.find(isShown);
  const made = [greeting, ...(living === undefined ? [] : [living])];
  shown.living.set(key, made);
  return made;
};

/** Whether the checks of what a fault violates would find it in a scenario: what a run is then made to show. */
const isTold = (fault: WireFault, shown: Shown, scenario: string): boolean => {
  const isFirst = everyOther();
  const bent = (exchange: Exchange): Exchange => {
    if (!whereOf(exchange).some((one) => fault.where.includes(one))) return exchange;
    const { from, request } = exchange;
    const isSpared =
      fault.isRetold &&
      fault.position === 'server' &&
      !isFirst(`${from} ${request.url} ${textOf(request.body)}`);
    return isSpared ? exchange : fault.bentIn(exchange);
  };
  const transcript: Transcript = {
    entries: shown.transcript.entries.flatMap((entry): readonly Entry[] => {
      if (entry.kind === 'head') return [entry];
      return entry.kind === 'exchange' && entry.scenario === scenario ? [bent(entry)] : [];
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

/** What a fault would make of a clean run, and the scenarios that show it, the cheapest first. */
export const meetingOf = (
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

/** The scenarios that a fault is looked for in: the cheapest that show it, and those that show a living system. */
export const reachOf = (fault: WireFault, shown: Shown): Reach => {
  const { meeting, showing } = meetingOf(fault, shown);
  if (meeting !== 'CHANGED') return { meeting, isTold: false, scenarios: [] };
  // a message that its schema refuses is told wherever it is shown
  const telling = isByShape(fault)
    ? showing[0]
    : showing.slice(0, CANDIDATES).find((id) => isTold(fault, shown, id));
  return {
    meeting,
    isTold: telling !== undefined,
    scenarios: [
      ...new Set([
        ...livingWithout(shown, fault.where),
        ...(telling === undefined ? showing.slice(0, FEW) : [telling]),
        ...(telling === undefined && fault.isRetold ? [RETOLD] : []),
      ]),
    ],
  };
};

const isByShape = ({ isInvalid, violates }: WireFault): boolean =>
  isInvalid && ['DSC-021', 'DSC-022', 'DSC-023'].includes(violates[0]);
