import { describe, expect, test } from 'vitest';
import { check } from '../src/run.ts';
import { witnessCourier } from './witness.ts';

/** What a courier without test control cannot show, and why. */
const UNSEEN: Readonly<Record<string, string>> = {
  'AGR-001': 'ABOVE_DEPTH',
  'AGR-002': 'ABOVE_DEPTH',
  'AGR-006': 'ABOVE_DEPTH',
  'AGR-007': 'ABOVE_DEPTH',
  'AGR-011': 'ABOVE_DEPTH',
  'AGR-012': 'ABOVE_DEPTH',
  'CTY-001': 'ABOVE_DEPTH',
  'CTY-002': 'ABOVE_DEPTH',
  'CTY-003': 'ABOVE_DEPTH',
  'CTY-004': 'ABOVE_DEPTH',
  'CTY-005': 'ABOVE_DEPTH',
  'CTY-007': 'ABOVE_DEPTH',
  'CTY-008': 'ABOVE_DEPTH',
  'CTY-009': 'ABOVE_DEPTH',
  'CTY-010': 'ABOVE_DEPTH',
  'CTY-011': 'ABOVE_DEPTH',
  'CTY-012': 'NO_FACILITY',
  'CTY-014': 'NO_FACILITY',
  'CTY-015': 'ABOVE_DEPTH',
  'CTY-016': 'ABOVE_DEPTH',
  'DGR-001': 'ABOVE_DEPTH',
  'DGR-002': 'ABOVE_DEPTH',
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
  'TRK-017': 'ABOVE_DEPTH',
  'WBL-004': 'ABOVE_DEPTH',
  'WBL-007': 'ABOVE_DEPTH',
  'WBL-010': 'ABOVE_DEPTH',
  'WBL-011': 'NO_FACILITY',
  'WBL-014': 'ABOVE_DEPTH',
  'WBL-015': 'ABOVE_DEPTH',
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
