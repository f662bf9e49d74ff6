type Item = Readonly<Record<string, unknown>>;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null;

/** What is compared of two objects: every member of the first, or only those that both have. */
type Members = 'OF_FIRST' | 'OF_BOTH';

const difference = (
  given: unknown,
  got: unknown,
  at: string,
  members: Members,
): string | undefined => {
  if (given === got) return undefined;
  if (typeof given === 'string' && typeof got === 'string') {
    if (given.normalize('NFC') === got.normalize('NFC')) return undefined;
    const isInstant = INSTANT.test(given) && INSTANT.test(got);
    return isInstant && Date.parse(given) === Date.parse(got) ? undefined : at;
  }
  if (Array.isArray(given)) {
    if (!Array.isArray(got) || got.length !== given.length) return at;
    for (const [index, one] of given.entries()) {
      const found = difference(one, got[index], `${at}/${index}`, members);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (isItem(given)) {
    if (!isItem(got) || Array.isArray(got)) return at;
    for (const [name, one] of Object.entries(given)) {
      if (members === 'OF_BOTH' && !(name in got)) continue;
      const found = difference(one, got[name], `${at}/${name}`, members);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return at;
};

/** Where what came back differs from what was given: instants as instants, text in NFC; members that only the answer has are its own. */
export const differenceFrom = (given: unknown, got: unknown, at: string): string | undefined =>
  difference(given, got, at, 'OF_FIRST');

/** Where two tellings of one thing differ in what both of them tell. */
export const differenceIn = (one: unknown, other: unknown, at: string): string | undefined =>
  difference(one, other, at, 'OF_BOTH');

/** Whether two values are the same, in whatever order their members stand. */
export const isSame = (one: unknown, other: unknown): boolean =>
  differenceFrom(one, other, '') === undefined && differenceFrom(other, one, '') === undefined;
