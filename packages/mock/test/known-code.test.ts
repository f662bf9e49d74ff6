import { expect, test } from 'vitest';
import { inKnownCodes, knownCode } from '../src/relay/known-code.ts';

const later = 'X_FUTURE' as never;

test.each([
  [
    'a known code stays, and the status after it',
    {
      given: { eventCode: 'ARRIVED_HUB', statusAfter: 'IN_TRANSIT' },
      want: { eventCode: 'ARRIVED_HUB', statusAfter: 'IN_TRANSIT' },
    },
  ],
  [
    'a code of a later minor is information, and its text the raw code of the source',
    {
      given: { eventCode: later, statusAfter: 'IN_TRANSIT' },
      want: { eventCode: 'INFO', source: { vocabulary: 'OPENWAYBILL', rawCode: 'X_FUTURE' } },
    },
  ],
  [
    'a source that an event has already stays',
    {
      given: { eventCode: later, source: { vocabulary: 'KD100', rawCode: '501' } },
      want: { eventCode: 'INFO', source: { vocabulary: 'KD100', rawCode: '501' } },
    },
  ],
] as const)('%s', (_title, { given, want }) => {
  expect(inKnownCodes(given)).toEqual(want);
  expect(knownCode(given.eventCode)).toBe(want.eventCode);
});
