import { describe, expect, test } from 'vitest';
import { claimIn, judge } from '../src/judge.ts';
import { toText } from '../src/transcript/chain.ts';
import type { Transcript } from '../src/transcript/format.ts';
import { fromText } from '../src/transcript/read.ts';
import { cleanRun } from './clean-run.ts';
import type { ReferenceRole } from './reference.ts';
import { wrongLines } from './transcript-form.ts';

const read = async (text: string): Promise<Transcript> => {
  const given = fromText(text);
  if (!given.ok) throw new Error(`line ${given.line}: ${given.text.en}`);
  return given.transcript;
};

/** What the stored transcript of a clean run must be, in one role. */
export const proveTranscript = (role: ReferenceRole) =>
  describe(`a stored transcript of a ${role}`, () => {
    test('suffices to judge a run again, to the byte', async () => {
      const { result, transcript } = await cleanRun(role);
      const stored = await read(toText(transcript));
      const again = await judge(stored, claimIn(stored, role));
      expect(JSON.stringify(again)).toBe(JSON.stringify(result));
    });

    test('that was interrupted is judged as far as it goes', async () => {
      const { transcript } = await cleanRun(role);
      const lines = toText(transcript).split('\n');
      const torn = await read(lines.slice(0, Math.floor(lines.length / 2)).join('\n'));
      const result = await judge(torn, claimIn(torn, role));
      expect(result.run).toMatchObject({ complete: false, ending: 'INTERRUPTED' });
      expect(result.findings).toEqual([]);
      const reasons = new Set(result.requirements.map(({ reason }) => reason));
      expect(reasons).toContain('INTERRUPTED');
      expect(result.requirements.filter(({ outcome }) => outcome === 'passed')).not.toEqual([]);
    });

    test('is of the form that is published, and holds no secret', async () => {
      const { transcript } = await cleanRun(role);
      const text = toText(transcript);
      expect(wrongLines(text)).toEqual([]);
      expect(text).not.toMatch(/Bearer [A-Za-z0-9]/);
      expect(text).not.toMatch(/eyJ[A-Za-z0-9_-]+\.eyJ[^"]*"\],\["openwaybill/i);
    });
  });
