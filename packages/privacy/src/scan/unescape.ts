/** A character that is written as something else: by escapes of URLs, JSON and HTML, in full width, or cut by what nobody sees. */
const ESCAPED =
  /%[0-9a-f]{2}|\\u[0-9a-f]{4}|&#(?:[0-9]{1,7}|x[0-9a-f]{1,6});|[\uff01-\uff5e]|\p{Cf}/iu;
const PERCENT = /(?:%[0-9a-f]{2})+/giu;
const JSON_ESCAPE = /\\u([0-9a-f]{4})/giu;
const ENTITY = /&#(?:([0-9]{1,7})|x([0-9a-f]{1,6}));/giu;
const INVISIBLE = /\p{Cf}/gu;
const HIGHEST = 0x10ffff;

const lenient = new TextDecoder();

const ofPercents = (run: string): string =>
  lenient.decode(
    Uint8Array.from(run.match(/[0-9a-f]{2}/giu) ?? [], (two) => Number.parseInt(two, 16)),
  );

const ofCodePoint = (whole: string, decimal: string | undefined, hexadecimal: string): string => {
  const point =
    decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number.parseInt(decimal, 10);
  return point > HIGHEST ? whole : String.fromCodePoint(point);
};

/** A text as a reader of URLs, JSON or HTML has it; nothing where it is the same. */
export const unescaped = (text: string): string | undefined =>
  ESCAPED.test(text)
    ? text
        .replace(PERCENT, ofPercents)
        .replace(JSON_ESCAPE, (_, unit: string) => String.fromCharCode(Number.parseInt(unit, 16)))
        .replace(ENTITY, ofCodePoint)
        .replace(INVISIBLE, '')
        .normalize('NFKC')
    : undefined;
