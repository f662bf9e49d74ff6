import { base64, base64url, fromHex, hex } from '@openwaybill/validate/light';

const encoder = new TextEncoder();

const unitsOf = (text: string): readonly string[] =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0'));

const entities = (text: string, of: (codePoint: number) => string): string =>
  [...text].map((character) => `&#${of(character.codePointAt(0) ?? 0)};`).join('');

/** What stands before a value moves its base64; the characters that its neighbours share are left off. */
const aligned = (bytes: Uint8Array, before: 0 | 1 | 2): string => {
  const padded = new Uint8Array(before + bytes.length);
  padded.set(bytes, before);
  const first = [0, 2, 3][before];
  return base64(padded).slice(first, Math.floor((padded.length * 8) / 6));
};

const ALIGNMENTS = [0, 1, 2] as const;

const upper = (text: string): string => text.toUpperCase();

/** A text in every way that it is written where it does not look like itself; each with the name of the way. */
export const encodingsOf = (text: string): readonly (readonly [name: string, text: string])[] => {
  const bytes = encoder.encode(text);
  const hexadecimal = hex(bytes);
  const percent = hexadecimal.replace(/../g, '%$&');
  const escaped = (units: readonly string[]): string => units.map((unit) => `\\u${unit}`).join('');
  const inBase64 = ALIGNMENTS.map((before) => aligned(bytes, before));
  return [
    ['raw', text],
    ['percent', percent.replace(/%[0-9a-f]{2}/g, upper)],
    ['percent, lower case', percent],
    ['json escape', escaped(unitsOf(text))],
    ['json escape, upper case', escaped(unitsOf(text).map(upper))],
    ['html entity', entities(text, String)],
    ['html entity, hexadecimal', entities(text, (point) => `x${point.toString(16)}`)],
    ['html entity, upper case', entities(text, (point) => `x${upper(point.toString(16))}`)],
    ...inBase64.map((one, before): readonly [string, string] => [`base64 at ${before}`, one]),
    ...inBase64.map((one, before): readonly [string, string] => [
      `base64url at ${before}`,
      one.replaceAll('+', '-').replaceAll('/', '_'),
    ]),
    ['hex', hexadecimal],
    ['hex, upper case', upper(hexadecimal)],
  ];
};

/** A digest as it is written, from its hexadecimal form. */
export const digestFormsOf = (
  hexadecimal: string,
): readonly (readonly [name: string, text: string])[] => {
  const bytes = fromHex(hexadecimal);
  return [
    ['hex', hexadecimal],
    ['hex, upper case', upper(hexadecimal)],
    ['base64', base64(bytes).replaceAll('=', '')],
    ['base64url', base64url(bytes)],
  ];
};
