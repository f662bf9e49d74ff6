import { APPEAL_WITHIN, dueAfter, withinOf } from '@openwaybill/reference/claims';
import { expect, test } from 'vitest';

const startAt = '2026-11-13T10:00:00+08:00';

test.each([
  [
    'an instruction is due after 48 hours',
    { within: withinOf(undefined, 'instructionWithin'), want: '2026-11-15T02:00:00.000Z' },
  ],
  [
    'an answer is due after 7 days',
    { within: withinOf({}, 'answerWithin'), want: '2026-11-20T02:00:00.000Z' },
  ],
  [
    'a decision is due after 30 days',
    { within: withinOf({}, 'decisionWithin'), want: '2026-12-13T02:00:00.000Z' },
  ],
  ['an appeal is due after 15 days', { within: APPEAL_WITHIN, want: '2026-11-28T02:00:00.000Z' }],
  [
    'an agreement sets another term',
    {
      within: withinOf({ answerWithin: 'P1DT12H' }, 'answerWithin'),
      want: '2026-11-14T14:00:00.000Z',
    },
  ],
  [
    'what an agreement leaves out stays as it is',
    {
      within: withinOf({ answerWithin: 'P1D' }, 'instructionWithin'),
      want: '2026-11-15T02:00:00.000Z',
    },
  ],
])('%s', (_title, { within, want }) => expect(dueAfter(startAt, within)).toBe(want));
