import { expect, test } from 'vitest';
import { demandDue } from '../src/checks/due.ts';
import { SAID } from '../src/checks/sayings.ts';
import { seenOf } from '../src/checks/seen.ts';
import type { Mark } from '../src/transcript/format.ts';
import type { Claim } from '../src/words.ts';
import { exchange, transcript } from './reports/given.ts';

const MOMENT = '2026-11-22T08:00:00.000Z';

/** An agreement that was proposed at a real second, and says that it was made at another of its own. */
const proposed = (real: number, told: number) =>
  exchange({
    seq: real,
    to: 'sut',
    operation: 'proposeAgreement',
    response: {
      status: 201,
      headers: [['content-type', 'application/json']],
      body: {
        utf8: JSON.stringify({
          createdAt: new Date(Date.parse(MOMENT) + told * 1000).toISOString(),
        }),
      },
      receivedAt: new Date(Date.parse(MOMENT) + real * 1000).toISOString(),
    },
  });

const claimOf = (offered: readonly string[] | undefined, usable: readonly string[]): Claim => ({
  role: 'courier',
  document: {
    ...({} as Claim['document']),
    environment: 'SANDBOX',
    ...(offered === undefined ? {} : { testControl: { version: '1', commands: offered } }),
  },
  digest: 'sha256:00',
  commands: usable,
});

const STILL = [proposed(1, 0), proposed(12, 0)];

/** The mark of a wait that a scenario left out. */
const cutIn = (scenario: string): Mark => ({
  kind: 'mark',
  seq: 99,
  at: MOMENT,
  scenario,
  title: { en: 'A wait of 10 s is longer than --max-wait allows', zh: '等待 10 秒超出上限' },
  edge: 'LEFT_OUT',
  reason: 'INTERRUPTED',
});

const TEXTS = [{ en: 'another attempt', zh: '再次推送' }, SAID.none] as const;

test.each([
  [
    'of a clock that stands and may not be moved cannot be told',
    { given: [STILL, claimOf(['CLOCK'], [])], want: 'BLOCKED CLOCK_STANDS_STILL' },
  ],
  [
    'of a clock that goes is silence',
    { given: [[proposed(1, 0), proposed(12, 11)], claimOf(['CLOCK'], [])], want: 'VIOLATED' },
  ],
  [
    'of a clock that nobody saw for long enough is silence',
    { given: [[proposed(1, 0), proposed(3, 0)], claimOf(['CLOCK'], [])], want: 'VIOLATED' },
  ],
  [
    'of a clock that the run moves is silence',
    { given: [STILL, claimOf(['CLOCK'], ['CLOCK'])], want: 'VIOLATED' },
  ],
  [
    'of a system without a test clock is silence',
    { given: [STILL, claimOf(undefined, [])], want: 'VIOLATED' },
  ],
  [
    'of a system whose test control has no clock is silence',
    { given: [STILL, claimOf(['SCANS'], [])], want: 'VIOLATED' },
  ],
  [
    'in a wait that was cut short cannot be told',
    {
      given: [STILL, claimOf(undefined, [])],
      cut: 'order-natural-key',
      want: 'BLOCKED INTERRUPTED',
    },
  ],
  [
    'in a scenario whose wait was not the one that was cut is silence',
    { given: [STILL, claimOf(undefined, [])], cut: 'another', want: 'VIOLATED' },
  ],
] as const)('what does not come %s', (_title, row) => {
  const { given, want } = row;
  const [exchanges, claim] = given;
  const { entries } = transcript(...exchanges);
  const seen = seenOf({ entries: [...entries, ...('cut' in row ? [cutIn(row.cut)] : [])] }, claim);
  const found = demandDue(seen, false, exchanges[0], ...TEXTS);
  expect(`${found.says}${found.says === 'BLOCKED' ? ` ${found.reason}` : ''}`).toBe(want);
  expect(demandDue(seen, true, exchanges[0], ...TEXTS).says).toBe('HOLDS');
});
