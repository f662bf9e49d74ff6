/** One line of a comparison: only before, only after, or in both. */
export type DiffLine = { readonly side: 'before' | 'after' | 'both'; readonly text: string };

/** Beyond this many lines both texts are shown as they are. */
const MAX_LINES = 600;

const linesOf = (value: unknown): readonly string[] =>
  value === undefined ? [] : JSON.stringify(value, null, 2).split('\n');

/** What became of a value, line by line, by the longest lines that both have in order. */
export const differenceOf = (before: unknown, after: unknown): readonly DiffLine[] => {
  const a = linesOf(before);
  const b = linesOf(after);
  if (a.length > MAX_LINES || b.length > MAX_LINES)
    return [
      ...a.map((text) => ({ side: 'before', text }) as const),
      ...b.map((text) => ({ side: 'after', text }) as const),
    ];
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const isSame = i < a.length && j < b.length && a[i] === b[j];
    if (isSame) {
      lines.push({ side: 'both', text: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if (
      j >= b.length ||
      (i < a.length && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      lines.push({ side: 'before', text: a[i] ?? '' });
      i += 1;
    } else {
      lines.push({ side: 'after', text: b[j] ?? '' });
      j += 1;
    }
  }
  return lines;
};

/** A line as it is shown, or how many were left out. */
export type HunkLine =
  | (DiffLine & { readonly key: number })
  | { readonly side: 'skipped'; readonly count: number; readonly key: number };

/** Lines that stayed, on either side of one that did not. */
const AROUND = 3;

/** A comparison without what is far from every change. */
export const hunksOf = (lines: readonly DiffLine[]): readonly HunkLine[] => {
  const isNear = lines.map(() => false);
  for (const [at, { side }] of lines.entries())
    if (side !== 'both')
      for (let near = at - AROUND; near <= at + AROUND; near += 1)
        if (near >= 0 && near < lines.length) isNear[near] = true;
  const shown: HunkLine[] = [];
  let skipped = 0;
  for (const [key, line] of lines.entries()) {
    if (isNear[key] === true) {
      if (skipped > 0) shown.push({ side: 'skipped', count: skipped, key: -key });
      skipped = 0;
      shown.push({ ...line, key });
    } else skipped += 1;
  }
  if (skipped > 0) shown.push({ side: 'skipped', count: skipped, key: -lines.length });
  return shown;
};
