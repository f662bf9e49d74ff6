import { fromBase64url, fromHex } from '@openwaybill/validate/light';
import { Gunzip } from 'fflate';

/** How a text was wrapped. */
export type Wrapping = 'base64' | 'gzip' | 'hex' | 'jwt';

/** A text that stood inside another one. */
export type Unwrapped = {
  readonly text: string;
  /** The run of characters that it was wrapped in. */
  readonly run: string;
  /** Where its wrapping begins in the text that it stood in. */
  readonly offset: number;
  readonly wrappings: readonly Wrapping[];
};

/** How often a wrapping is opened inside of another. */
export const DEPTH = 3;
/** The shortest wrapping that could hold eight digits. */
const LEAST_RUN = 11;
/** Characters of base64 and base64url. */
const ALPHABET = new Uint8Array(0x80);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_')
  ALPHABET[character.charCodeAt(0)] = 1;
const JWT_HEADER = /^eyJ/u;
/** The longest body of the standard after decompression; a bomb ends here, and what came before it is looked at. */
const MAX_UNZIPPED = 1024 * 1024;

const lenient = new TextDecoder('utf-8');

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** So much at a time that a bomb cannot go off before it is counted: deflate grows by a thousand at most. */
const MOUTHFUL = 1024;

const unzipped = (bytes: Uint8Array): Uint8Array | undefined => {
  const all = new Uint8Array(MAX_UNZIPPED);
  let length = 0;
  const gunzip = new Gunzip((part) => {
    const taken = part.subarray(0, MAX_UNZIPPED - length);
    all.set(taken, length);
    length += taken.length;
  });
  try {
    for (let at = 0; at < bytes.length && length < MAX_UNZIPPED; at += MOUTHFUL)
      gunzip.push(bytes.subarray(at, at + MOUTHFUL), at + MOUTHFUL >= bytes.length);
  } catch {
    // what is broken is known as far as it went
    if (length === 0) return undefined;
  }
  return all.subarray(0, length);
};

/** Bytes as text; whatever is no UTF-8 becomes something else, and what is stays readable beside it. */
export const textOfBytes = (
  bytes: Uint8Array,
): { readonly text: string; readonly wrappings: readonly Wrapping[] } => {
  const inside = isGzip(bytes) ? unzipped(bytes) : undefined;
  return inside === undefined
    ? { text: lenient.decode(bytes), wrappings: [] }
    : { text: lenient.decode(inside), wrappings: ['gzip'] };
};

/** Runs of such characters, which may be megabytes long. */
const runsIn = function* (text: string): Generator<readonly [offset: number, run: string]> {
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (ALPHABET[text.charCodeAt(at)] === 1) continue;
    if (at - from >= LEAST_RUN) yield [from, text.slice(from, at)];
    from = at + 1;
  }
};

/**
 * Everything that stands wrapped in a text: base64 with gzip in it or not, and the parts of a JWT (RFC 7519). Runs that
 * are known are left out.
 */
export const unwrap = (text: string, known?: ReadonlySet<string>): readonly Unwrapped[] => {
  const found: Unwrapped[] = [];
  for (const [offset, run] of runsIn(text)) {
    if (known?.has(run) === true) continue;
    const bytes = fromBase64url(run.length % 4 === 1 ? run.slice(0, -1) : run);
    if (bytes === undefined) continue;
    const inside = textOfBytes(bytes);
    const isJwt =
      text[offset - 1] === '.' || (JWT_HEADER.test(run) && text[offset + run.length] === '.');
    found.push({
      text: inside.text,
      run,
      offset,
      wrappings: [isJwt ? 'jwt' : 'base64', ...inside.wrappings],
    });
  }
  return found;
};

/** Runs of bytes in hexadecimal, long enough for the eleven digits of a number. */
const HEX_RUN = /(?<![0-9a-z])(?:[0-9a-f]{2}){11,}(?![0-9a-z])/giu;

/** What is written in hexadecimal; a digest becomes no text. */
export const unhex = (text: string): readonly Unwrapped[] =>
  [...text.matchAll(HEX_RUN)].map(({ 0: run, index }) => ({
    text: lenient.decode(fromHex(run.toLowerCase())),
    run,
    offset: index,
    wrappings: ['hex'],
  }));
