import { describe, expect, test } from 'vitest';
import { check } from '../../src/run.ts';
import { witnessPlatform } from '../witness.ts';

/** What a platform cannot show whose test control has no clock, no interruptions and no rotation of keys. */
const UNSEEN = [
  'AGR-001',
  'AGR-007',
  'AGR-011',
  'CSN-009',
  'CSN-010',
  'CSN-017',
  'CTY-001',
  'CTY-002',
  'CTY-003',
  'CTY-004',
  'CTY-005',
  'CTY-007',
  'CTY-008',
  'CTY-009',
  'CTY-010',
  'CTY-011',
  'CTY-014',
  'CTY-016',
  'DGR-001',
  'DGR-002',
  'DSC-017',
  'DSC-018',
  'RET-001',
  'RVL-004',
  'RVL-005',
  'TOK-005',
  'TOK-006',
  'VEW-003',
  'VNM-002',
  'WHK-006',
];

describe('a platform written from the documents alone', async () => {
  const system = await witnessPlatform();
  const { result } = await check({ ...system, role: 'platform' });

  test('breaks nothing that it claims', () => {
    expect(result.findings.map((one) => `${one.requirement} ${one.case} ${one.expected}`)).toEqual(
      [],
    );
  });

  test('meets a suite that errs nowhere', () => {
    expect({ harness: result.harness, defects: system.defects }).toEqual({
      harness: [],
      defects: [],
    });
  });

  test('passes what the wire and its own actions show', () => {
    const passed = result.requirements.filter(({ outcome }) => outcome === 'passed');
    expect(passed.length).toBeGreaterThanOrEqual(115);
  });

  test('leaves open only what its test control cannot bring about', () => {
    const open = result.requirements.filter(({ outcome }) => outcome === 'inconclusive');
    expect(open.map(({ id }) => id)).toEqual(UNSEEN);
    expect(
      open.flatMap(({ cases }) =>
        cases.flatMap(({ state, isObligatory, reason }) =>
          isObligatory && state !== 'held' && reason !== 'NO_FACILITY' ? [reason] : [],
        ),
      ),
    ).toEqual([]);
  });
});
