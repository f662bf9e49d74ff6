import { describe, expect, test } from 'vitest';
import { check } from '../src/run.ts';
import { witnessCourier } from './witness.ts';

/** What a courier without test control cannot show, and why. */
const UNSEEN: Readonly<Record<string, string>> = {
  'AGR-001': 'NO_CASES',
  'AGR-002': 'NO_CASES',
  'AGR-006': 'NO_CASES',
  'AGR-007': 'NO_CASES',
  'AGR-011': 'NO_CASES',
  'AGR-012': 'NO_CASES',
  'CTY-001': 'NO_CASES',
  'CTY-002': 'NO_CASES',
  'CTY-003': 'ABOVE_DEPTH',
  'CTY-004': 'ABOVE_DEPTH',
  'CTY-005': 'NO_CASES',
  'CTY-007': 'ABOVE_DEPTH',
  'CTY-008': 'NO_CASES',
  'CTY-009': 'NO_CASES',
  'CTY-010': 'NO_CASES',
  'CTY-011': 'NO_CASES',
  'CTY-012': 'NO_FACILITY',
  'CTY-014': 'NO_FACILITY',
  'CTY-015': 'NO_TRAFFIC',
  'CTY-016': 'NO_CASES',
  'DGR-001': 'NO_CASES',
  'DGR-002': 'NO_CASES',
  'DSC-007': 'NO_TRAFFIC',
  'DSC-009': 'NO_TRAFFIC',
  'DSC-029': 'NO_TRAFFIC',
  'LBL-001': 'ABOVE_DEPTH',
  'LBL-002': 'ABOVE_DEPTH',
  'LBL-003': 'ABOVE_DEPTH',
  'LBL-004': 'ABOVE_DEPTH',
  'LBL-005': 'ABOVE_DEPTH',
  'LBL-006': 'ABOVE_DEPTH',
  'LOG-001': 'ABOVE_DEPTH',
  'ORD-008': 'NO_TRAFFIC',
  'ORD-009': 'ABOVE_DEPTH',
  'ORD-015': 'ABOVE_DEPTH',
  'RET-001': 'ABOVE_DEPTH',
  'RET-002': 'ABOVE_DEPTH',
  'TRK-001': 'ABOVE_DEPTH',
  'TRK-002': 'ABOVE_DEPTH',
  'TRK-005': 'ABOVE_DEPTH',
  'TRK-006': 'ABOVE_DEPTH',
  'TRK-007': 'ABOVE_DEPTH',
  'TRK-008': 'ABOVE_DEPTH',
  'TRK-009': 'ABOVE_DEPTH',
  'TRK-014': 'ABOVE_DEPTH',
  'TRK-015': 'ABOVE_DEPTH',
  'TRK-016': 'ABOVE_DEPTH',
  'TRK-017': 'NO_CASES',
  'WBL-004': 'ABOVE_DEPTH',
  'WBL-007': 'ABOVE_DEPTH',
  'WBL-010': 'ABOVE_DEPTH',
  'WBL-011': 'NO_FACILITY',
  'WBL-014': 'NO_CASES',
  'WBL-015': 'NO_CASES',
  'WHK-008': 'NO_TRAFFIC',
};

describe('a courier written from the documents alone', async () => {
  const system = await witnessCourier();
  const { result } = await check({ ...system, role: 'courier' });
  const obligatory = result.requirements.filter(({ reason }) => reason !== 'EXCLUDED');

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
    const passed = obligatory.filter(({ outcome }) => outcome === 'passed');
    expect(passed.length).toBeGreaterThanOrEqual(57);
  });

  test('leaves open only what needs test control or traffic of its own', () => {
    const open = obligatory
      .filter(({ outcome }) => outcome === 'inconclusive' || outcome === 'untested')
      .map(({ id, reason, cases }) => [
        id,
        reason ?? cases.find(({ state, isObligatory }) => isObligatory && state !== 'held')?.reason,
      ]);
    expect(Object.fromEntries(open)).toEqual(UNSEEN);
  });
});
