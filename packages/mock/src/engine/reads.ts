import type { Exchange, RawRequest } from './options.ts';
import { KeptReply, type Reply } from './reply.ts';

/** An answer to a read, with what is told of it each time. */
export type Read = {
  readonly reply: KeptReply;
  readonly exchange: Exchange;
  /** Who asks is judged each time: a token runs out while nothing is written. */
  readonly authorization: string | null;
  /** After how many writes it was read. */
  readonly writes: number;
};

/** Answers that hold as long as nothing is written. */
export type Reads = {
  /** How often something was written: an answer of before is none any more. */
  readonly writes: number;
  /** Something was written. */
  forget(): void;
  find(raw: RawRequest): Read | undefined;
  /** Keeps an answer, unless somebody has written since it was read. */
  keep(raw: RawRequest, read: Omit<Read, 'reply'> & { readonly reply: Reply }): void;
};

/** As many as a load of reads goes round in, and the letters of all of them together: a few megabytes. */
const MOST = 1024;
const MOST_LETTERS = 2_097_152;
/** The longest text that is kept: a page of a list, and no label. */
const MOST_OF_ONE = 65_536;

/** Headers that do something: what they are answered with is not all that comes of them. */
const isDoing = (name: string): boolean => /^mock-/i.test(name);

/** Headers that tell one request from all others, and that no answer follows from (W3C Trace Context and its like). */
const IDS: ReadonlySet<string> = new Set([
  'traceparent',
  'tracestate',
  'baggage',
  'b3',
  'x-request-id',
  'x-correlation-id',
]);

/** What an answer follows from. A name of a header holds no line end, and neither does its value. */
const keyOf = ({ url = '', rawHeaders }: RawRequest): string => {
  let key = url;
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    if (!IDS.has(name.toLowerCase())) key += `\n${name}\n${rawHeaders[at + 1]}`;
  }
  return key;
};

/**
 * The answer to a read follows from its URL, its head and what is stored, and while time stands still from nothing else.
 * So the same request is answered as before until somebody writes, whoever it is and whatever it may be.
 */
export const createReads = (): Reads => {
  const known = new Map<string, Read>();
  let writes = 0;
  let letters = 0;
  return {
    get writes() {
      return writes;
    },
    forget: () => {
      writes += 1;
      if (known.size === 0) return;
      known.clear();
      letters = 0;
    },
    find: (raw) => (known.size === 0 ? undefined : known.get(keyOf(raw))),
    keep: (raw, read) => {
      const { status, headers, text } = read.reply;
      const length = text?.length ?? 0;
      if (read.writes !== writes || length > MOST_OF_ONE) return;
      if (raw.rawHeaders.some((one, at) => at % 2 === 0 && isDoing(one))) return;
      const key = keyOf(raw);
      // two of the same may have been under way
      if (known.has(key)) return;
      for (const [oldest, { reply }] of known) {
        if (known.size < MOST && letters + length <= MOST_LETTERS) break;
        known.delete(oldest);
        letters -= reply.text?.length ?? 0;
      }
      letters += length;
      known.set(key, { ...read, reply: new KeptReply(status, headers, text) });
    },
  };
};
