import { recordRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';

/** The sequence numbers of a sender that have come: all up to `whole`, and some after it. */
type Seen = { readonly whole: number; readonly after: readonly number[] };

const COLLECTION = 'inbox-sequence';

/** The last number below which nothing is missing. */
const closed = (whole: number, after: readonly number[]): Seen => {
  let upTo = whole;
  const rest = [...new Set(after)].sort((a, b) => a - b).filter((number) => number > whole);
  while (rest[0] === upTo + 1) {
    upTo += 1;
    rest.shift();
  }
  return { whole: upTo, after: rest };
};

const note = async (
  unit: Unit,
  now: string,
  from: string,
  next: (seen: Seen) => Seen,
): Promise<Seen> => {
  const seen = next((await unit.get<Seen>(COLLECTION, from)) ?? { whole: 0, after: [] });
  unit.put(recordRow(COLLECTION, from, from, now, seen));
  return seen;
};

/** Notes a sequence number; true where a smaller one has not come. */
export const noteSequence = async (
  unit: Unit,
  now: string,
  from: string,
  sequence: string,
): Promise<boolean> => {
  const { after } = await note(unit, now, from, (seen) =>
    closed(seen.whole, [...seen.after, Number(sequence)]),
  );
  return after.length > 0;
};

/** After a replay up to a number nothing below it is missing any more, whoever it was addressed to before. */
export const noteReplayed = async (
  unit: Unit,
  now: string,
  from: string,
  upTo: number,
): Promise<void> => {
  await note(unit, now, from, (seen) => closed(Math.max(seen.whole, upTo), seen.after));
};
