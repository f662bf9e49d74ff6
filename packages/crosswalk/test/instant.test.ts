import { expect, test } from 'vitest';
import { instantOf } from '../src/instant.ts';

test.each([
  [
    'local time is assumed to be Chinese',
    '2026-11-24 10:00:00',
    ['2026-11-24T10:00:00+08:00', 'OFFSET_ASSUMED'],
  ],
  [
    'a T changes nothing about that',
    '2026-11-24T10:00:00',
    ['2026-11-24T10:00:00+08:00', 'OFFSET_ASSUMED'],
  ],
  ['an offset is kept', '2026-11-24T10:00:00-05:00', ['2026-11-24T10:00:00-05:00', 'EXACT']],
  [
    'an offset without colon gets one',
    '2026-11-24T10:00:00+0000',
    ['2026-11-24T10:00:00+00:00', 'EXACT'],
  ],
  ['Z is an offset', '2026-11-24T10:00:00Z', ['2026-11-24T10:00:00Z', 'EXACT']],
  [
    'a fraction is cut at milliseconds',
    '2026-11-24T10:00:00.123456Z',
    ['2026-11-24T10:00:00.123Z', 'EXACT'],
  ],
])('%s', (_title, given, [at, timeQuality]) =>
  expect(instantOf(given)).toEqual({ at, timeQuality }),
);

test.each([
  ['2026-02-31 10:00:00'],
  ['2026-11-24'],
  ['24.11.2026 10:00'],
  ['2026-11-24 25:00:00'],
  [''],
  [undefined],
])('no time is read from %s', (given) => expect(instantOf(given)).toBeUndefined());
