import { DEPTH, textOfBytes, unwrap, type Wrapping } from './decode.ts';
import { matcherOf, type Wanted } from './matcher.ts';

/** Something that was found: what, where, and inside of which wrappings; never the text around it. */
export type Hit<W extends Wanted> = {
  readonly wanted: W;
  /** In the text as it was given, where its outermost wrapping begins. */
  readonly offset: number;
  readonly wrappings: readonly Wrapping[];
};

/** What stands inside of a longer match says nothing more. */
const outermost = <M extends { readonly offset: number; readonly wanted: Wanted }>(
  matches: readonly M[],
): readonly M[] => {
  const sorted = [...matches].sort(
    (a, b) => a.offset - b.offset || b.wanted.text.length - a.wanted.text.length,
  );
  let end = -1;
  return sorted.filter(({ offset, wanted }) => {
    const last = offset + wanted.text.length;
    if (last <= end) return false;
    end = last;
    return true;
  });
};

/** Words and numbers that come again and again are this long at most, and so many are kept in mind. */
const SHORT_RUN = 64;
const MOST_RUNS = 50_000;

/** Looks for texts in a text or in bytes, however they are wrapped, to depth 3. */
export const scannerOf = <W extends Wanted>(
  wanted: readonly W[],
): ((given: string | Uint8Array) => readonly Hit<W>[]) => {
  const match = matcherOf(wanted);
  /** Runs in which nothing stands to the full depth, nor to a lesser one. */
  const empty = new Set<string>();
  const scan = (
    text: string,
    depth: number,
    at: number | undefined,
    wrappings: readonly Wrapping[],
  ): readonly Hit<W>[] => [
    ...outermost(match(text)).map(({ wanted: one, offset }) => ({
      wanted: one,
      offset: at ?? offset,
      wrappings,
    })),
    ...(depth === DEPTH
      ? []
      : unwrap(text, empty).flatMap((inside) => {
          const hits = scan(inside.text, depth + 1, at ?? inside.offset, [
            ...wrappings,
            ...inside.wrappings,
          ]);
          const isEmpty = depth === 0 && hits.length === 0 && inside.run.length <= SHORT_RUN;
          if (isEmpty && empty.size < MOST_RUNS) empty.add(inside.run);
          return hits;
        })),
  ];
  return (given) => {
    if (typeof given === 'string') return scan(given, 0, undefined, []);
    const { text, wrappings } = textOfBytes(given);
    return scan(text, wrappings.length, wrappings.length === 0 ? undefined : 0, wrappings);
  };
};
