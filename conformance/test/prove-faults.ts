import { describe, expect, test } from 'vitest';
import { faults } from '../src/faults/index.ts';
import { cleanOf } from '../src/prove/clean.ts';
import { differencesOf } from '../src/prove/judgement.ts';
import { proveFault } from '../src/prove/prove-fault.ts';
import type { Fault } from '../src/words.ts';
import { cleanRun } from './clean-run.ts';
import { englishIn } from './english-in.ts';
import { maker, type ReferenceRole } from './reference.ts';
import { wrongIn } from './result-form.ts';

/** What a requirement is about, by the letters of its id. */
const subjectOf = ({ violates: [id] }: Fault): string => id.slice(0, 3);

/** One fault a subject: enough for every day. All of them are run where there is more time. */
export const onePerSubject = (some: readonly Fault[]): readonly Fault[] =>
  some.filter(
    (fault, at) => at === some.findIndex((other) => subjectOf(other) === subjectOf(fault)),
  );

/** Some faults, in the file of the reference that they bend: files run side by side, and each makes its clean run once. */
export const proveFaults = (
  isAmong: (fault: Fault) => boolean,
  chosen: (some: readonly Fault[]) => readonly Fault[] = onePerSubject,
) =>
  describe('a fault is caught by exactly what it violates', () => {
    const mine = chosen(faults.filter(isAmong));
    test.each(mine.map((fault) => [fault.id, fault] as const))('%s', async (_id, fault) => {
      const clean = cleanOf(await cleanRun(fault.role as ReferenceRole, fault.claims));
      const row = await proveFault(fault, {
        clean,
        maker,
        elapsed: () => 0,
        look: (result) => {
          expect(wrongIn(result)).toEqual([]);
          expect(englishIn(result)).toEqual([]);
        },
      });
      expect({ ...differencesOf(row, row), because: row.because, crash: row.crash }).toEqual({
        missed: [],
        accused: [],
        blinded: [],
      });
      expect(row.judgement).toBe('KILLED');
    });
  });
