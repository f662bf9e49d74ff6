import { describe, expect, test } from 'vitest';
import { check } from '../src/run.ts';
import { witnessCourier } from './witness.ts';

describe('a courier written from the documents alone', async () => {
  const system = await witnessCourier();
  const { result } = await check({ ...system, role: 'courier' });

  test('breaks nothing that it claims', () => {
    expect(
      result.findings.map(
        ({ requirement, case: id, expected }) => `${requirement} ${id} ${expected}`,
      ),
    ).toEqual([]);
  });

  test('meets a suite that errs nowhere', () => {
    expect({ harness: result.harness, defects: system.defects }).toEqual({
      harness: [],
      defects: [],
    });
  });

  test('passes at least the requirements that the wire shows', () => {
    const passed = result.requirements.filter(({ outcome }) => outcome === 'passed');
    expect(passed.length).toBeGreaterThanOrEqual(91);
  });

  test('is conformant at the wire', () => {
    expect([result.run.depth, result.exit]).toEqual(['WIRE', 0]);
    expect(result.verdicts.find((one) => one.class === 'core')).toMatchObject({
      verdict: 'conformant',
    });
  });

  test('leaves open only what needs test control', () => {
    const open = result.requirements
      .filter(({ outcome }) => outcome === 'inconclusive' || outcome === 'untested')
      .map(({ reason }) => reason);
    expect([...new Set(open)].sort()).toEqual(['ABOVE_DEPTH', 'EXCLUDED']);
  });
});
