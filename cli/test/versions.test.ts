import { compareVersions, isVersion, versionFor } from '@openwaybill/emit';
import { expect, test } from 'vitest';
import { isDay } from '../src/release/day.ts';

test.each([
  ['1.2.0', true],
  ['1.2.0-draft', true],
  ['1.2.0-draft.3', true],
  ['1.2.0-ballot.1', true],
  ['1.2', false],
  ['01.2.0', false],
  ['1.2.0-rc.1', false],
  ['../1.2.0', false],
  ['', false],
])('"%s" is a version: %s', (given, want) => {
  expect(isVersion(given)).toBe(want);
});

test('a version comes after its drafts and ballots', () => {
  const inOrder = [
    '0.9.0',
    '1.0.0-draft',
    '1.0.0-draft.2',
    '1.0.0-draft.10',
    '1.0.0-ballot.1',
    '1.0.0',
    '1.0.1',
    '1.2.0',
    '1.10.0',
    '2.0.0',
  ];
  expect(inOrder.toReversed().toSorted(compareVersions)).toEqual(inOrder);
});

test.each([
  ['1.2.0', 'published', '1.2.0'],
  ['1.2.0', 'draft', '1.2.0-draft'],
  ['1.2.0', 'ballot', '1.2.0-ballot'],
  ['1.2.0-draft.3', 'draft', '1.2.0-draft.3'],
  ['1.2.0-draft.3', 'ballot', undefined],
  ['1.2.0-ballot.1', 'published', undefined],
] as const)('%s as %s is released as %s', (given, status, want) => {
  expect(versionFor(given, status)).toBe(want);
});

test.each([
  ['2026-11-22', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['22.11.2026', false],
])('%s is a day: %s', (given, want) => {
  expect(isDay(given)).toBe(want);
});
