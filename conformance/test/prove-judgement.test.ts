import { describe, expect, test } from 'vitest';
import { isAccepted, staleIn } from '../src/prove/acceptance.ts';
import { judgementOf, type Said, type Sighting } from '../src/prove/judgement.ts';
import type { Accepted, FaultRow } from '../src/prove/report.ts';
import { sampleOf } from '../src/prove/sample.ts';
import { sumsByModule, sumsOf, totalsOf, worklistOf } from '../src/prove/sums.ts';

const SEEN: Sighting = { fired: 1, equivalent: 0, broke: false, failed: [], inconclusive: [] };
const ONE: Said = { violates: ['ORD-003'] };
const TWO: Said = { violates: ['ORD-003', 'ORD-004'] };

describe('a fault is judged by what failed with it', () => {
  test.each<[string, { given: [Said, Partial<Sighting>]; want: string }]>([
    [
      'what never fired proves nothing',
      { given: [ONE, { fired: 0 }], want: 'INVALID NEVER_FIRED' },
    ],
    [
      'what broke the reference proves nothing',
      { given: [ONE, { broke: true, failed: ['ORD-003'] }], want: 'INVALID BROKE_REFERENCE' },
    ],
    [
      'what came out as it was proves nothing',
      { given: [ONE, { fired: 0, equivalent: 3 }], want: 'INVALID EQUIVALENT' },
    ],
    [
      'what failed is what is violated',
      { given: [TWO, { failed: ['ORD-004', 'ORD-003'] }], want: 'KILLED' },
    ],
    [
      'something else failed as well',
      { given: [ONE, { failed: ['ORD-003', 'ORD-005'] }], want: 'ACCUSED' },
    ],
    [
      'something else failed where the fault was seen',
      {
        given: [{ ...ONE, dependants: ['ORD-005'] }, { failed: ['ORD-003', 'ORD-005'] }],
        want: 'KILLED',
      },
    ],
    ['a part of it failed', { given: [TWO, { failed: ['ORD-003'] }], want: 'PARTLY_SURVIVED' }],
    ['nothing of it failed', { given: [TWO, { failed: ['ORD-005'] }], want: 'SURVIVED' }],
    [
      'something cannot be told any more',
      { given: [ONE, { failed: ['ORD-003'], inconclusive: ['ORD-006'] }], want: 'BLINDS' },
    ],
    [
      'something cannot be told, and it says so',
      {
        given: [
          { ...ONE, masks: ['ORD-006'] },
          { failed: ['ORD-003'], inconclusive: ['ORD-006'] },
        ],
        want: 'KILLED',
      },
    ],
    [
      'it may hide anything',
      {
        given: [
          { ...ONE, masks: 'all' },
          { failed: ['ORD-003'], inconclusive: ['ORD-006'] },
        ],
        want: 'KILLED',
      },
    ],
  ])('%s', (_title, { given: [fault, seen], want }) => {
    const { judgement, because } = judgementOf(fault, { ...SEEN, ...seen });
    expect([judgement, ...(because === undefined ? [] : [because])].join(' ')).toBe(want);
  });
});

const row = (more: Partial<FaultRow>): FaultRow => ({
  id: 'order-duplicated',
  kind: 'hand',
  role: 'courier',
  title: { en: 'a second order', zh: '重复订单' },
  violates: ['ORD-003'],
  dependants: [],
  masks: [],
  fired: 1,
  failed: ['ORD-003'],
  inconclusive: [],
  judgement: 'KILLED',
  evidence: [],
  scenarios: [],
  milliseconds: 1,
  digest: '',
  ...more,
});

const SURVIVOR = row({ id: 'a-survivor', failed: [], judgement: 'SURVIVED' });
const ACCEPTED: Accepted = {
  fault: 'a-survivor',
  judgement: 'SURVIVED',
  requirement: 'ORD-003',
  reason: { en: 'nothing compares it', zh: '没有可比较之处' },
  date: '2026-11-22',
};

describe('an acceptance', () => {
  test('lets a fault stay that has it for every requirement', () => {
    expect(isAccepted(SURVIVOR, [ACCEPTED])).toBe(true);
    expect(isAccepted(SURVIVOR, [])).toBe(false);
    expect(isAccepted(row({ ...SURVIVOR, violates: ['ORD-003', 'ORD-004'] }), [ACCEPTED])).toBe(
      false,
    );
  });

  test.each<[string, { given: [Accepted, readonly FaultRow[]]; want: string | undefined }]>([
    ['holds where it is as it says', { given: [ACCEPTED, [SURVIVOR]], want: undefined }],
    ['says nothing of what was not run', { given: [ACCEPTED, []], want: undefined }],
    [
      'is stale where the fault is killed now',
      {
        given: [ACCEPTED, [row({ id: 'a-survivor' })]],
        want: 'it is KILLED now, and not SURVIVED',
      },
    ],
    [
      'is stale where another requirement is concerned',
      {
        given: [{ ...ACCEPTED, requirement: 'ORD-004' }, [SURVIVOR]],
        want: 'ORD-004 is not concerned any more',
      },
    ],
    [
      'is stale where there is no such fault',
      { given: [{ ...ACCEPTED, fault: 'gone' }, [SURVIVOR]], want: 'there is no such fault' },
    ],
  ])('%s', (_title, { given: [entry, rows], want }) => {
    const [stale] = staleIn([entry], rows, (id) => id === 'a-survivor');
    expect(stale?.why.en).toBe(want);
  });
});

describe('sums', () => {
  const rows = [
    row({}),
    SURVIVOR,
    row({ id: 'an-accuser', judgement: 'ACCUSED', failed: ['ORD-003', 'TRK-001'] }),
    row({ id: 'idle', judgement: 'INVALID', because: 'NEVER_FIRED', failed: [], fired: 0 }),
  ];

  test('leave out what proves nothing', () => {
    expect(totalsOf(rows)).toMatchObject({
      faults: 4,
      valid: 3,
      killed: 1,
      sensitive: 2,
      specific: 2,
      invalid: { NEVER_FIRED: 1 },
    });
  });

  test('stand by requirement and by module', () => {
    const sums = sumsOf(rows);
    expect(Object.fromEntries(sums)).toEqual({
      'ORD-003': { violated: 3, caught: 2, accused: 0 },
      'TRK-001': { violated: 0, caught: 0, accused: 1 },
    });
    expect(sumsByModule(sums)).toEqual({
      order: { violated: 3, caught: 2, accused: 0 },
      tracking: { violated: 0, caught: 0, accused: 1 },
    });
  });

  test('a requirement whose faults all survive is on the worklist', () => {
    const among = new Set(['ORD-003']);
    expect(worklistOf([SURVIVOR], among)).toEqual(['ORD-003']);
    expect(worklistOf(rows, among)).toEqual([]);
  });
});

test('a sample has every message and every kind, and is drawn by its seed', () => {
  const faults = ['Order', 'Waybill', 'Parcel'].flatMap((message) =>
    ['drop', 'rename', 'retype'].flatMap((kind) =>
      ['status', 'revision', 'note'].map((member) => ({ id: `wire:${message}/${member}:${kind}` })),
    ),
  );
  const drawn = sampleOf(faults, 8, 1);
  expect(drawn).toHaveLength(8);
  expect(new Set(drawn.map(({ id }) => id.split(/[:/]/)[1])).size).toBe(3);
  expect(new Set(drawn.map(({ id }) => id.split(':')[2])).size).toBe(3);
  expect(sampleOf(faults, 8, 1)).toEqual(drawn);
  expect(sampleOf(faults, 8, 2)).not.toEqual(drawn);
});
