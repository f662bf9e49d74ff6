const RUNS = /[a-z0-9_]+|\p{Script=Han}+/gu;

const tokensOf = (run: string): readonly string[] => {
  if (/^[a-z0-9_]/.test(run)) return run.includes('_') ? [run, ...run.split('_')] : [run];
  const signs = [...run];
  return signs.length < 2 ? [run] : signs.slice(0, -1).map((sign, at) => `${sign}${signs[at + 1]}`);
};

/**
 * Latin and digits by word, Han by overlapping pairs; a single Han character stands for itself, and a code in
 * UPPER_SNAKE for the whole and for its parts. The index and what is looked for are cut alike.
 */
export const tokenize = (text: string): string[] =>
  (text.normalize('NFKC').toLowerCase().match(RUNS) ?? [])
    .flatMap(tokensOf)
    .filter((token) => token !== '');
