import { expect, test } from 'vitest';
import { quietOf } from '../src/drive/quiet.ts';
import type { Entry, Exchange } from '../src/transcript/format.ts';

const START = Date.parse('2026-11-23T08:00:00.000Z');
const instant = (milliseconds: number): string => new Date(START + milliseconds).toISOString();

const exchange = (milliseconds: number | undefined, to: Exchange['to'] = 'sut'): Entry => ({
  kind: 'exchange',
  seq: 0,
  at: instant(0),
  intent: 'CONTROL',
  from: to === 'sut' ? 'runner' : 'sut',
  to,
  request: {
    method: 'GET',
    url: 'https://courier.test/v1/health',
    headers: [],
    sentAt: instant(0),
  },
  ...(milliseconds === undefined
    ? { unanswered: 'TIMEOUT' }
    : { response: { status: 200, headers: [], receivedAt: instant(milliseconds) } }),
});

test.each<[string, { given: readonly Entry[]; want: number }]>([
  ['nothing was asked yet', { given: [], want: 15 }],
  ['answers come at once', { given: [1, 2, 1].map((one) => exchange(one)), want: 15 }],
  ['answers take their time', { given: [30, 40, 35].map((one) => exchange(one)), want: 140 }],
  ['one answer of many was slow', { given: [2, 900, 1].map((one) => exchange(one)), want: 15 }],
  ['a system that is far too slow', { given: [exchange(4000)], want: 500 }],
  ['what the runner answers is no pace', { given: [exchange(80, 'runner')], want: 15 }],
  ['no answer is no pace', { given: [exchange(undefined), exchange(10)], want: 40 }],
  [
    'only the answers of late count',
    { given: [...Array(9).fill(exchange(100)), ...Array(8).fill(exchange(1))], want: 15 },
  ],
])('the silence that is waited for: %s', (_title, { given, want }) => {
  expect(quietOf({ entries: given })).toBe(want);
});
