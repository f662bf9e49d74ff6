import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HOLE_REASONS } from '../src/coverage/hole-reasons.ts';
import { type ClauseFacts, suiteCoverage } from '../src/coverage/suite-coverage.ts';
import { scenarios } from '../src/scenarios/index.ts';

const SEEDS = join(import.meta.dirname, '..', '..', 'seeds');
const register: { readonly clauses: readonly ClauseFacts[] } = JSON.parse(
  readFileSync(join(SEEDS, 'policy', 'clauses.json'), 'utf8'),
);
const coverage = suiteCoverage(register.clauses);

test('what nothing sees has a reason', () => {
  expect(
    coverage.holes.flatMap(({ kind, name, reason }) =>
      reason === undefined ? [`${kind} ${name}`] : [],
    ),
  ).toEqual([]);
});

test('what has a reason is a hole, and has one reason', () => {
  const named = HOLE_REASONS.flatMap(({ kind, names }) => names.map((name) => `${kind} ${name}`));
  const holes = coverage.holes.map(({ kind, name }) => `${kind} ${name}`);
  expect(named.filter((one) => !holes.includes(one))).toEqual([]);
  expect(named.length).toBe(new Set(named).size);
});

test('what is seen elsewhere is touched there', () => {
  const touched = new Map(scenarios.map(({ id, touches }) => [id, touches]));
  expect(
    HOLE_REASONS.flatMap(({ by }) =>
      by === undefined
        ? []
        : by.requirements.flatMap((id) =>
            touched.get(by.scenario)?.includes(id) === true ? [] : [`${by.scenario} ${id}`],
          ),
    ),
  ).toEqual([]);
});

test('every requirement is checked, or excluded with a reason', () => {
  const states = new Set(coverage.requirements.map(({ state }) => state));
  expect(states).toEqual(new Set(['checked', 'excluded']));
  expect(
    coverage.requirements.filter(
      ({ state, reason, cases, scenarios }) =>
        (state === 'excluded') === (reason === undefined) ||
        (state === 'checked' && (cases === 0 || scenarios.length === 0)),
    ),
  ).toEqual([]);
});

test('every clause within scope leads to a requirement that is checked', () => {
  expect(
    coverage.clauses.filter(({ seenBy, outOfScope }) => seenBy.length === 0 && !outOfScope),
  ).toEqual([]);
});

test.each([
  ['an operation by its refusals', { given: 'operations', name: 'createWaybill', want: 'DSC-027' }],
  [
    'an event by its form',
    { given: 'events', name: 'org.openwaybill.waybill.status.changed', want: 'DSC-022' },
  ],
  [
    'a command in a state by its table',
    { given: 'cells', name: 'order: cancel-order in COMPLETED', want: 'ORD-008' },
  ],
  [
    'a problem by the requirement that names it',
    { given: 'problems', name: 'EVENT_ID_CONFLICT', want: 'TRK-004' },
  ],
  ['a clause by what answers it', { given: 'clauses', name: 'SC-16', want: 'PKG-001' }],
] as const)('%s is seen', (_title, { given, name, want }) => {
  expect(coverage[given].find((one) => one.name === name)?.seenBy).toContain(want);
});

test('an unregistered clause is a hole', () => {
  const { holes } = suiteCoverage(register.clauses.filter(({ id }) => id !== 'SC-3'));
  expect(holes.filter(({ reason }) => reason === undefined)).toEqual([
    { kind: 'clause', name: 'SC-3' },
  ]);
});
