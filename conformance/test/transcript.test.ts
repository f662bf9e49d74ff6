import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toText } from '../src/transcript/chain.ts';
import type { Transcript } from '../src/transcript/format.ts';
import { fromText } from '../src/transcript/read.ts';
import { createRecorder } from '../src/transcript/recorder.ts';

/** A transcript of four lines, each with words of its own. */
const short = (): Transcript => {
  const recorder = createRecorder(() => Date.UTC(2026, 10, 22));
  recorder.record({
    kind: 'head',
    format: 'openwaybill-transcript/1',
    runId: '01a2008d-7400-7c39-b36c-e79cca8efa47',
    suite: { version: '0.1.0' },
    set: 'next',
    mode: 'RECORD',
    seed: 1,
    depth: 'WIRE',
    patience: 1,
    claims: [],
    parties: [],
    redaction: { policy: 'RECORD', version: '1' },
  });
  recorder.record({ kind: 'note', text: '海燕 one' });
  recorder.record({ kind: 'note', text: 'two' });
  recorder.record({ kind: 'end', entryCount: 4, complete: true });
  return recorder;
};

describe('a stored transcript', () => {
  test('tells of every changed byte in which line it stands', async () => {
    const bytes = new TextEncoder().encode(toText(short()));
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 127 }),
        async (at, bits) => {
          const changed = bytes.with(at, (bytes[at] ?? 0) ^ bits);
          const line = bytes.subarray(0, at).filter((byte) => byte === 10).length + 1;
          expect(fromText(new TextDecoder().decode(changed))).toMatchObject({
            ok: false,
            line,
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  const cut = (text: string, kept: number): string => text.slice(0, kept);
  test.each<[string, (text: string) => string, object]>([
    ['that is empty is none', () => '', { ok: false, why: 'NOT_A_TRANSCRIPT', line: 1 }],
    ['of other JSON is none', () => '{"kind":"note"}\n', { ok: false, why: 'NOT_A_TRANSCRIPT' }],
    [
      'of a later version is refused',
      (text) => text.replace('transcript/1', 'transcript/2'),
      { ok: false, why: 'OTHER_VERSION' },
    ],
    [
      'with a line taken out is broken there',
      (text) => text.split('\n').toSpliced(1, 1).join('\n'),
      { ok: false, why: 'BROKEN_CHAIN', line: 2 },
    ],
    [
      'with a line after its end is broken there',
      (text) => `${text}{"kind":"note"}\n`,
      { ok: false, why: 'BROKEN_CHAIN', line: 5 },
    ],
    [
      'cut off between two lines was interrupted',
      (text) => cut(text, text.indexOf('{"kind":"end"')),
      { ok: true, isTorn: true },
    ],
    [
      'cut off inside a line was interrupted',
      (text) => cut(text, text.length - 40),
      { ok: true, isTorn: true },
    ],
    ['that is whole was not', (text) => text, { ok: true, isTorn: false }],
  ])('%s', async (_title, change, want) => {
    expect(fromText(change(toText(short())))).toMatchObject(want);
  });
});
