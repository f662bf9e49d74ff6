import { expect, test } from 'vitest';
import { callerChecks } from '../src/checks/caller.ts';
import type { Exchange } from '../src/transcript/format.ts';
import type { Claim } from '../src/words.ts';
import { exchange, transcript } from './reports/given.ts';

const REFUSED = Date.parse('2026-11-23T08:00:00.000Z');
const KEY = '01a2008d-7400-7091-9ba9-000000000001';
const instant = (milliseconds: number): string => new Date(REFUSED + milliseconds).toISOString();

const CLAIM: Claim = {
  role: 'platform',
  document: { ...({} as Claim['document']), environment: 'SANDBOX' },
  digest: 'sha256:00',
  commands: [],
};

/** A request of the system that came after these milliseconds, and its answer. */
const came = (after: number, status: number, headers: readonly [string, string][]): Exchange =>
  exchange({
    seq: after + 10,
    from: 'sut',
    to: 'runner',
    request: {
      method: 'POST',
      url: 'http://runner.test/v1/orders',
      headers: [['Idempotency-Key', KEY]],
      sentAt: instant(after),
    },
    response: { status, headers, receivedAt: instant(after) },
  });

const saidOf = (status: number, repeatedAfter: number | undefined): readonly string[] => {
  const { entries } = transcript(
    came(0, status, [['Retry-After', '2']]),
    ...(repeatedAfter === undefined ? [] : [came(repeatedAfter, 201, [])]),
  );
  return callerChecks
    .filter(({ requirements }) => requirements.includes('DSC-030'))
    .flatMap((check) => [...check.judge({ entries }, CLAIM)])
    .map(({ case: id, says }) => `${id} ${says}`);
};

test.each([
  ['at once', 5, 'VIOLATED'],
  ['a twentieth too early', 1_900, 'VIOLATED'],
  ['as early as a coarse clock tells', 1_985, 'HOLDS'],
  ['when the time is over', 2_000, 'HOLDS'],
  ['long after', 30_000, 'HOLDS'],
  ['never', undefined, 'HOLDS'],
])('a request that is repeated %s', (_when, repeatedAfter, want) => {
  expect([saidOf(429, repeatedAfter), saidOf(503, repeatedAfter)]).toEqual([
    [`after-429 ${want}`],
    [`after-503 ${want}`],
  ]);
});
