import type { Verdict } from './issue.ts';
import { type JsonLimits, MAX_BYTES, parseJson } from './json/parse-json.ts';
import type { Judge, ValueOf } from './judge.ts';
import type { Form } from './judge-schema.ts';

/** What one line of NDJSON is. Lines are counted from 1; a blank line is counted and not judged. */
export type LineVerdict<T = unknown> = { readonly line: number; readonly verdict: Verdict<T> };

const NEWLINE = 0x0a;

/** A line that grows beyond the limit is cut, so that a stream without newline fills no memory. */
async function* linesOf(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let size = 0;
  const add = (part: Uint8Array): void => {
    if (size <= maxBytes) parts.push(part);
    size += part.length;
  };
  const take = (): Uint8Array => {
    const line = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      line.set(part, at);
      at += part.length;
    }
    parts = [];
    size = 0;
    return line;
  };
  for await (const chunk of source) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      add(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    if (start < chunk.length) add(chunk.subarray(start));
  }
  if (size > 0) yield take();
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

const isBlank = (line: Uint8Array): boolean =>
  line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);

/** What the bytes of one line are. */
export type ParsedLine = { readonly line: number; readonly parsed: ReturnType<typeof parseJson> };

/** Reads NDJSON line by line. */
export async function* parseLines(
  source: AsyncIterable<Uint8Array> | string,
  options: JsonLimits = {},
): AsyncGenerator<ParsedLine> {
  let line = 0;
  const bytes = typeof source === 'string' ? bytesOf(source) : source;
  for await (const text of linesOf(bytes, options.maxBytes ?? MAX_BYTES)) {
    line++;
    if (!isBlank(text)) yield { line, parsed: parseJson(text, options) };
  }
}

/** Judges NDJSON line by line. A fault of the bytes is an issue like any other. */
export type JudgeLines = <const N extends string>(
  name: N,
  source: AsyncIterable<Uint8Array> | string,
  options?: JsonLimits & { readonly form?: Form },
) => AsyncGenerator<LineVerdict<ValueOf<N>>>;

/** A judge, line by line. */
export const judgeLinesBy = (judge: Judge): JudgeLines =>
  async function* (name, source, options = {}) {
    for await (const { line, parsed } of parseLines(source, options))
      yield {
        line,
        verdict: parsed.ok
          ? judge(name, parsed.value, options.form)
          : { ok: false, issues: parsed.issues, warnings: [] },
      };
  };
