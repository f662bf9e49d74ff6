import { expect, test } from 'vitest';
import { judgeLines } from '../src/index.ts';

const chunked = async function* (text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
};

const outcome = async (source: AsyncIterable<Uint8Array> | string) => {
  const outcomes: string[] = [];
  for await (const { line, verdict } of judgeLines('WaybillCancellation', source, { maxBytes: 60 }))
    outcomes.push(
      `${line} ${verdict.ok ? 'ok' : verdict.issues.map(({ rule }) => rule).join(' ')}`,
    );
  return outcomes;
};

const text = [
  '{"reason":"OTHER"}',
  '',
  '{"reason":"其他"}\r',
  `{"reason":"${'A'.repeat(100)}"}`,
  '{"reason":',
  '{"reason":"RISK"}',
].join('\n');

const want = ['1 ok', '3 enum', '4 size', '5 json', '6 ok'];

test('a text is judged line by line', async () => expect(await outcome(text)).toEqual(want));

test.each([1, 7, 1000])('chunks of %i bytes change nothing', async (size) =>
  expect(await outcome(chunked(text, size))).toEqual(want),
);
