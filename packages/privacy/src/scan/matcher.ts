/** What is looked for. */
export type Wanted = { readonly text: string; readonly isPart?: true };

/** A place where something was found. */
export type Match<W extends Wanted> = { readonly wanted: W; readonly offset: number };

/** The window by whose hash a long text is recognised: its last characters, which differ more than its first. */
const WINDOW = 6;
const FACTOR = 31;
/** What the character that leaves the window has counted for. */
const LEAVING = FACTOR ** (WINDOW - 1);
const FILTER_BITS = 18;

const slotOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - FILTER_BITS);

const windowHash = (text: string): number => {
  let hash = 0;
  for (let at = text.length - WINDOW; at < text.length; at += 1)
    hash = (Math.imul(hash, FACTOR) + text.charCodeAt(at)) | 0;
  return hash;
};

const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
};

const grouped = <K, T>(
  items: readonly T[],
  keyOf: (item: T) => K,
): ReadonlyMap<K, readonly T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
};

/**
 * Finds any of many texts in one pass (Rabin and Karp, 1987, with a filter before the table): how many there are
 * hardly matters.
 */
export const matcherOf = <W extends Wanted>(
  all: readonly W[],
): ((text: string) => readonly Match<W>[]) => {
  const long = all.filter(({ text }) => text.length >= WINDOW);
  const short = all.filter(({ text }) => text.length < WINDOW);
  const byHash = grouped(long, ({ text }) => windowHash(text));
  const byLast = grouped(short, ({ text }) => text.charCodeAt(text.length - 1));
  const filter = new Uint8Array(1 << FILTER_BITS);
  for (const hash of byHash.keys()) filter[slotOf(hash)] = 1;
  const lasts = new Uint8Array(0x10000);
  for (const code of byLast.keys()) lasts[code] = 1;

  return (text) => {
    const found: Match<W>[] = [];
    const take = (candidates: readonly W[] | undefined, end: number): void => {
      for (const wanted of candidates ?? []) {
        const offset = end - wanted.text.length;
        if (offset < 0 || !text.startsWith(wanted.text, offset)) continue;
        if (wanted.isPart === true && (isDigit(text, offset - 1) || isDigit(text, end))) continue;
        found.push({ wanted, offset });
      }
    };
    let hash = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (at >= WINDOW) hash = (hash - Math.imul(text.charCodeAt(at - WINDOW), LEAVING)) | 0;
      hash = (Math.imul(hash, FACTOR) + code) | 0;
      if (filter[slotOf(hash)] === 1) take(byHash.get(hash), at + 1);
      if (lasts[code] === 1) take(byLast.get(code), at + 1);
    }
    return found;
  };
};
