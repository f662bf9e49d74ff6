import type { Transcript } from '../transcript/format.ts';

const FORM = /^negatives: (\d+) of (\d+) thrown away$/;

/** Says how many of the wrong requests were not wrong in exactly one way, and were never sent. */
export const discardNote = (discarded: number, made: number): string =>
  `negatives: ${discarded} of ${made} thrown away`;

/** How many were thrown away in a run, of all that were made. */
export const discardedIn = (
  transcript: Transcript,
): { readonly discarded: number; readonly made: number } => {
  const total = { discarded: 0, made: 0 };
  for (const entry of transcript.entries) {
    const found = entry.kind === 'note' ? FORM.exec(entry.text) : null;
    if (found === null) continue;
    total.discarded += Number(found[1]);
    total.made += Number(found[2]);
  }
  return total;
};
