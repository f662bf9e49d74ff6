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

/** Answers that hold as long as nothing is written: as many as a load of reads goes round in. */
export type Reads = {
  /** How often something was written: an answer of before is none any more. */
  readonly writes: number;
  /** Something was written. */
  forget(): void;
  find(raw: RawRequest): Read | undefined;
  /** Keeps an answer, unless somebody has written since it was read. */
  keep(raw: RawRequest, read: Omit<Read, 'reply'> & { readonly reply: Reply }): void;
};

const MOST = 1024;
/** The longest text that is kept: a page of a list, and no label. */
const MOST_TEXT = 16_384;

/** Headers that do something: what they are answered with is not all that comes of them. */
const isDoing = (name: string): boolean => /^mock-/i.test(name);

/**
 * The answer to a read follows from its URL, its head and what is stored, and while time stands still from nothing else.
 * So the same request is answered as before until somebody writes, whoever it is and whatever it may be.
 */
export const createReads = (): Reads => {
  const known = new Map<string, Read>();
  let writes = 0;
  // a name of a header holds no line end, and neither does its value
  const keyOf = ({ url, rawHeaders }: RawRequest): string => `${url}\n${rawHeaders.join('\n')}`;
  return {
    get writes() {
      return writes;
    },
    forget: () => {
      writes += 1;
      if (known.size > 0) known.clear();
    },
    find: (raw) => (known.size === 0 ? undefined : known.get(keyOf(raw))),
    keep: (raw, read) => {
      const { status, headers, text } = read.reply;
      if (read.writes !== writes || (text?.length ?? 0) > MOST_TEXT) return;
      if (raw.rawHeaders.some((text, at) => at % 2 === 0 && isDoing(text))) return;
      const [oldest] = known.keys();
      if (known.size >= MOST && oldest !== undefined) known.delete(oldest);
      known.set(keyOf(raw), { ...read, reply: new KeptReply(status, headers, text) });
    },
  };
};
