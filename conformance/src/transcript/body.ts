import { base64, parseJson } from '@openwaybill/validate';
import { digestOf } from './chain.ts';
import type { Exchange, HeaderList, RecordedBody } from './format.ts';

/** Bytes of a body that are kept and judged; what goes over a wire may be more. */
export const MOST_BYTES = 1024 * 1024;
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The bytes of a message as a transcript holds them. */
export const recordedBody = (bytes: Uint8Array<ArrayBuffer>): RecordedBody | undefined => {
  if (bytes.length === 0) return undefined;
  if (bytes.length > MOST_BYTES) return { length: bytes.length, sha256: digestOf(bytes) };
  try {
    return { utf8: strict.decode(bytes) };
  } catch {
    return { base64: base64(bytes) };
  }
};

/** Whether a body was too long to keep: of what it held nothing can be said. */
export const isCut = (
  body: RecordedBody | undefined,
): body is Extract<RecordedBody, { readonly length: number }> =>
  body !== undefined && 'length' in body;

/** The text of a body, where it is text. */
export const textOf = (body: RecordedBody | undefined): string =>
  body !== undefined && 'utf8' in body ? body.utf8 : '';

const parsed = new WeakMap<object, { readonly value: unknown }>();

/** The value of a JSON body by the encoding rules of the standard; `undefined` where it is none. */
export const jsonOf = (body: RecordedBody | undefined): unknown => {
  if (body === undefined) return undefined;
  const known = parsed.get(body);
  if (known !== undefined) return known.value;
  // what a request may be at most is no limit of a long page
  const read = parseJson(textOf(body), { maxBytes: MOST_BYTES });
  const value = read.ok ? read.value : undefined;
  parsed.set(body, { value });
  return value;
};

/** The first header of a name, whatever its case. */
export const headerOf = (headers: HeaderList | undefined, name: string): string | undefined =>
  headers?.find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1];

// biome-ignore lint/suspicious/noExplicitAny: a body is narrowed where it is read
export const requestOf = (exchange: Exchange): any => jsonOf(exchange.request.body);
// biome-ignore lint/suspicious/noExplicitAny: a body is narrowed where it is read
export const answerOf = (exchange: Exchange): any => jsonOf(exchange.response?.body);

/** The status of an answer; 0 where there was none. */
export const statusOf = (exchange: Exchange): number => exchange.response?.status ?? 0;

/** Whether the answer is a success. */
export const isAccepted = (exchange: Exchange): boolean => {
  const status = statusOf(exchange);
  return status >= 200 && status < 300;
};

/** The problem code of a refusal. */
export const codeOfAnswer = (exchange: Exchange): string | undefined => {
  const code = statusOf(exchange) >= 400 ? answerOf(exchange)?.code : undefined;
  return typeof code === 'string' ? code : undefined;
};
