import type { Artefacts } from './artefacts.ts';

/** What is wrong with a published file. */
export type Staleness = { readonly path: string; readonly is: 'missing' | 'stale' | 'extra' };

/**
 * Every file that is not as it would be written now, all of them at once. `published` are the paths that exist and
 * `read` gives the text of one.
 */
export const stale = (
  wanted: Artefacts,
  published: readonly string[],
  read: (path: string) => string,
): readonly Staleness[] => {
  const found = new Set(published);
  const wrong: Staleness[] = [];
  for (const [path, text] of wanted) {
    if (!found.has(path)) wrong.push({ path, is: 'missing' });
    else if (read(path) !== text) wrong.push({ path, is: 'stale' });
  }
  for (const path of found) if (!wanted.has(path)) wrong.push({ path, is: 'extra' });
  return wrong.toSorted((a, b) => (a.path < b.path ? -1 : 1));
};
