import type { Text } from '@openwaybill/schemas';
import { digestOf } from './chain.ts';
import type { Entry, Head, Transcript } from './format.ts';

/** Why a text is no transcript that can be judged; `line` counts from 1. */
export type Unreadable = {
  readonly why: 'NOT_A_TRANSCRIPT' | 'OTHER_VERSION' | 'BROKEN_CHAIN';
  readonly line: number;
  readonly text: Text;
};

export type ReadTranscript =
  | {
      readonly ok: true;
      readonly transcript: Transcript;
      /** Whether it stops before its end: the run was interrupted. */
      readonly isTorn: boolean;
    }
  | ({ readonly ok: false } & Unreadable);

const FORMAT = 'openwaybill-transcript/';
const MAJOR = 1;
const SEAL = /,"seal":"(sha256:[0-9a-f]{64})"\}$/;

type Line = {
  readonly entry: Entry & { readonly previous?: string };
  readonly digest: string;
  /** Whether the line says of itself what it is; only the last one can be wrong about that. */
  readonly isSealed: boolean;
};

const refuse = (why: Unreadable['why'], line: number, text: Text): ReadTranscript => ({
  ok: false,
  why,
  line,
  text,
});

const broken = (line: number, text: Text): ReadTranscript => refuse('BROKEN_CHAIN', line, text);

const objectIn = (line: string): (Entry & { readonly previous?: string }) | undefined => {
  try {
    const value = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** Whether a line was cut off while it was written, and not changed: nothing stands after its closing brace. */
const isTornLine = (line: string): boolean => objectIn(line.slice(0, -1)) === undefined;

const lineOf = (line: string): Line | undefined => {
  const entry = objectIn(line);
  if (entry === undefined) return undefined;
  const seal = SEAL.exec(line);
  const isSealed =
    seal === null ? entry.kind !== 'end' : digestOf(`${line.slice(0, seal.index)}}`) === seal[1];
  return { entry, digest: digestOf(line), isSealed };
};

/** Which of two neighbours was changed: the later one, unless what follows vouches for it. */
const culprit = (lines: readonly Line[], at: number): number => {
  const [one, next] = [lines[at], lines[at + 1]];
  const isVouchedFor =
    next === undefined ? one?.isSealed === true : next.entry.previous === one?.digest;
  return isVouchedFor ? at : at + 1;
};

const withoutChain = ({ entry }: Line): Entry => {
  const { previous: _, seal: __, ...rest } = entry as Line['entry'] & { readonly seal?: string };
  return rest as Entry;
};

/** How a run ended that could not say so any more. */
const endOfTorn = (entries: readonly Entry[]): Entry => ({
  kind: 'end',
  seq: entries.length,
  at: entries.at(-1)?.at ?? '',
  entryCount: entries.length,
  complete: false,
  reason: 'INTERRUPTED',
});

const isHead = (entry: Entry | undefined): entry is Head => entry?.kind === 'head';

/** Reads a file and verifies its chain: a changed byte is told with the line that it stands in. */
export const fromText = (text: string): ReadTranscript => {
  const pieces = text.split('\n');
  const rest = pieces.pop() ?? '';
  const isTornInside = rest !== '' && objectIn(rest) === undefined && isTornLine(rest);
  const written = rest === '' || isTornInside ? pieces : [...pieces, rest];
  const lines: Line[] = [];
  for (const [index, piece] of written.entries()) {
    const line = lineOf(piece);
    if (line === undefined)
      return index === 0
        ? refuse('NOT_A_TRANSCRIPT', 1, {
            en: 'its first line is no JSON object',
            zh: '首行不是 JSON 对象',
          })
        : broken(index + 1, { en: 'it is no JSON object', zh: '该行不是 JSON 对象' });
    lines.push(line);
  }
  const head = lines[0]?.entry;
  if (!isHead(head) || typeof head.format !== 'string' || !head.format.startsWith(FORMAT))
    return refuse('NOT_A_TRANSCRIPT', 1, {
      en: 'it does not begin with the head of a transcript',
      zh: '开头不是交换记录的首条',
    });
  if (Number(head.format.slice(FORMAT.length)) !== MAJOR)
    return refuse('OTHER_VERSION', 1, {
      en: `it is of version ${head.format.slice(FORMAT.length)}`,
      zh: `其版本为 ${head.format.slice(FORMAT.length)}`,
    });
  for (const [at, line] of lines.entries()) {
    const changed = at === 0 ? 1 : culprit(lines, at);
    if (line.entry.seq !== at && changed === at)
      return broken(at + 1, { en: 'a line before it is missing', zh: '其前缺少一行' });
    if (line.entry.previous !== lines[at - 1]?.digest)
      return broken(changed, {
        en: 'it is not as it was written',
        zh: '该行与写入时不同',
      });
    if (!line.isSealed || (line.entry.kind === 'end' && at !== lines.length - 1))
      return broken(at + (line.isSealed ? 2 : 1), {
        en: line.isSealed ? 'it stands after the end' : 'it is not as it was written',
        zh: line.isSealed ? '该行位于结束之后' : '该行与写入时不同',
      });
  }
  const last = lines.at(-1);
  // the last byte of a whole transcript ends its line
  if (last?.entry.kind === 'end' && rest !== '')
    return broken(lines.length, { en: 'its line is not ended', zh: '该行未结束' });
  const entries = lines.map(withoutChain);
  const isTorn = last?.entry.kind !== 'end';
  return {
    ok: true,
    isTorn,
    transcript: {
      digest: last?.digest ?? '',
      entries: isTorn ? [...entries, endOfTorn(entries)] : entries,
    },
  };
};
