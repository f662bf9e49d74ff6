/** Han, kana, hangul and full-width forms take two columns (UAX #11, the ranges that occur in our texts). */
const isWide = (code: number): boolean =>
  (code >= 0x1100 && code <= 0x115f) ||
  (code >= 0x2e80 && code <= 0xa4cf) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe30 && code <= 0xfe6f) ||
  (code >= 0xff00 && code <= 0xff60) ||
  (code >= 0xffe0 && code <= 0xffe6) ||
  (code >= 0x1f300 && code <= 0x1faff) ||
  (code >= 0x20000 && code <= 0x3fffd);

const columnsOf = (character: string): number => (isWide(character.codePointAt(0) ?? 0) ? 2 : 1);

/** How many columns of a terminal a text takes. */
export const columns = (text: string): number =>
  [...text].reduce((sum, character) => sum + columnsOf(character), 0);

/** A text filled up to a width. */
export const padded = (text: string, width: number, side: 'left' | 'right' = 'left'): string => {
  const blanks = ' '.repeat(Math.max(0, width - columns(text)));
  return side === 'left' ? text + blanks : blanks + text;
};

/** A text cut to a width, with a sign that it was. */
export const cut = (text: string, width: number): string => {
  if (columns(text) <= width) return text;
  let taken = '';
  for (const character of text) {
    if (columns(taken) + columnsOf(character) > width - 1) break;
    taken += character;
  }
  return `${taken}…`;
};

/** A text over lines: broken at blanks, and between wide characters. */
export const wrapped = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  const pieces = text.match(/ +|[\u2e80-\uffe6][，。；：、）”]?|[^ \u2e80-\uffe6]+/gu) ?? [];
  for (const piece of pieces) {
    if (columns(line + piece.trimEnd()) <= width || line === '') {
      line += line === '' ? piece.trimStart() : piece;
      continue;
    }
    lines.push(line.trimEnd());
    line = piece.trimStart();
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines.flatMap((one) => {
    // a word that is wider than the line
    const parts: string[] = [];
    let rest = one;
    while (columns(rest) > width) {
      const part = cut(rest, width + 1).slice(0, -1);
      parts.push(part);
      rest = rest.slice(part.length);
    }
    return [...parts, rest];
  });
};
