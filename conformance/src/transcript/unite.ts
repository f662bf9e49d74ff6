import { fittingOf } from '../plan/plan.ts';
import type { Claim, Observation } from '../words.ts';
import { digestOf, toLines } from './chain.ts';
import { type Entry, type Head, headOf, type Transcript } from './format.ts';

/** Several transcripts of one run as one, to be read and reported on; each was judged by itself. */
export type United = {
  readonly transcript: Transcript;
  /** What is added to the numbers of each part. */
  readonly offsets: readonly number[];
};

const unionOf = (
  lists: readonly (readonly string[] | undefined)[],
): readonly string[] | undefined => {
  const given = lists.flatMap((list) => (list === undefined ? [] : [list]));
  return given.length < lists.length ? undefined : [...new Set(given.flat())];
};

/** What the parts set out to do together: a whole run where nothing that applies is left. */
const planOfAll = (heads: readonly Head[], claim: Claim): NonNullable<Head['plan']> | undefined => {
  const plans = heads.flatMap(({ plan }) => (plan === undefined ? [] : [plan]));
  const [first] = plans;
  if (first === undefined || plans.length < heads.length) return undefined;
  const scenarios = [...new Set(plans.flatMap((plan) => plan.scenarios))];
  const refused = plans.find((plan) => plan.refused !== undefined)?.refused;
  const fitting = fittingOf(claim, refused !== undefined).map(({ id }) => id);
  const classes = unionOf(plans.map((plan) => plan.classes));
  const requirements = unionOf(plans.map((plan) => plan.requirements));
  return {
    scenarios,
    isPart: plans.some(({ isPart }) => isPart) && fitting.some((id) => !scenarios.includes(id)),
    ...(classes === undefined ? {} : { classes }),
    ...(requirements === undefined ? {} : { requirements }),
    ...(plans.some(({ isStrict }) => isStrict === true) ? { isStrict: true } : {}),
    ...(refused === undefined ? {} : { refused }),
  };
};

const shifted = (entry: Entry, by: number): Entry => ({
  ...entry,
  seq: entry.seq + by,
  ...('twinOf' in entry && entry.twinOf !== undefined ? { twinOf: entry.twinOf + by } : {}),
});

/** An observation of a part, by the numbers that its exchanges have among all of them. */
export const observedAt = (observation: Observation, offset: number): Observation =>
  offset === 0 ? observation : { ...observation, at: observation.at.map((seq) => seq + offset) };

const digestOfOne = (transcript: Transcript): string =>
  transcript.digest ?? digestOf(toLines(transcript).at(-1) ?? '');

/** The digest of a transcript, which is that of its last line; of several, that of all theirs. */
export const digestOfParts = (parts: readonly Transcript[]): string => {
  const [first = '', ...more] = parts.map(digestOfOne);
  return more.length === 0 ? first : digestOf([first, ...more].join('\n'));
};

/** Puts transcripts one after another. One alone stays what it is. */
export const unite = (parts: readonly Transcript[], claim: Claim): United => {
  const [first] = parts;
  if (first === undefined) throw new Error('there is nothing to judge');
  if (parts.length === 1) return { transcript: first, offsets: [0] };
  const offsets: number[] = [];
  let length = 0;
  for (const { entries } of parts) {
    offsets.push(length);
    length += entries.length;
  }
  const heads = parts.map(headOf);
  const plan = planOfAll(heads, claim);
  const { plan: _, ...head } = headOf(first);
  const ends = parts.map(({ entries }) => entries.at(-1));
  const early = ends.find((end) => end?.kind !== 'end' || !end.complete);
  return {
    offsets,
    transcript: {
      entries: [
        { ...head, ...(plan === undefined ? {} : { plan }) },
        ...parts.flatMap(({ entries }, at) =>
          entries
            .filter(({ kind }) => kind !== 'head' && kind !== 'end')
            .map((entry) => shifted(entry, offsets[at] ?? 0)),
        ),
        {
          kind: 'end',
          at: ends.reduce(
            (latest, end) => (end !== undefined && end.at > latest ? end.at : latest),
            '',
          ),
          complete: true,
          ...(early?.kind === 'end'
            ? early
            : early === undefined
              ? {}
              : { complete: false, reason: 'INTERRUPTED' as const }),
          seq: length - 1,
          entryCount: length,
        },
      ],
    },
  };
};
