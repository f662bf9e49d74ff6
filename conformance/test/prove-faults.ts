import { describe, expect, test } from 'vitest';
import { faults } from '../src/faults/index.ts';
import { cleanOf } from '../src/prove/clean.ts';
import { differencesOf } from '../src/prove/judgement.ts';
import { proveFault } from '../src/prove/prove-fault.ts';
import type { Fault } from '../src/words.ts';
import { cleanRun } from './clean-run.ts';
import { maker, type ReferenceRole } from './reference.ts';
import { wrongIn } from './result-form.ts';

/** Some faults, in the file of the reference that they bend: files run side by side, and each makes its clean run once. */
export const proveFaults = (isAmong: (fault: Fault) => boolean) =>
  describe('every fault is caught by exactly what it violates', () => {
    const mine = faults.filter(isAmong);
    test.each(mine.map((fault) => [fault.id, fault] as const))('%s', async (_id, fault) => {
      const clean = cleanOf(await cleanRun(fault.role as ReferenceRole, fault.claims));
      const row = await proveFault(fault, {
        clean,
        maker,
        elapsed: () => 0,
        look: (result) => expect(wrongIn(result)).toEqual([]),
      });
      expect({ ...differencesOf(row, row), because: row.because, crash: row.crash }).toEqual({
        missed: [],
        accused: [],
        blinded: [],
      });
      expect(row.judgement).toBe('KILLED');
    });
  });
