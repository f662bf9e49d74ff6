import { describe, expect, test } from 'vitest';
import { judge } from '../src/judge.ts';
import { toText } from '../src/transcript/chain.ts';
import { fromText } from '../src/transcript/read.ts';
import { cleanRun } from './clean-run.ts';

describe('a stored transcript', () => {
  test('is read back as it was written, and judged alike', async () => {
    const { result, transcript, claim } = await cleanRun('platform');
    const read = await fromText(await toText(transcript));
    if (!read.ok) throw new Error(`line ${read.line}: ${read.why}`);
    expect(read.digest).toBe(result.transcript.digest);
    expect(await judge(read.transcript, claim)).toEqual(result);
  });

  test('that was changed by one byte names the line after it', async () => {
    const { transcript } = await cleanRun('platform');
    const lines = (await toText(transcript)).split('\n');
    const changed = lines.map((line, index) =>
      index === 10 ? line.replace('"seq":10', '"seq":11') : line,
    );
    expect(await fromText(changed.join('\n'))).toMatchObject({ ok: false, line: 12 });
  });

  test('holds no secret', async () => {
    const { transcript } = await cleanRun('courier');
    const text = await toText(transcript);
    expect(text).not.toMatch(/Bearer [A-Za-z0-9]/);
    expect(text).not.toMatch(/eyJ[A-Za-z0-9_-]+\.eyJ[^"]*"\],\["openwaybill/i);
  });
});
