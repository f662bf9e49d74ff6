import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addLine,
  type EventLog,
  emptyLog,
  figuresOf,
  mergeLogs,
} from '../../src/statistics/index.ts';
import { event, order, scan } from './_log.ts';

const CODES = ['PICKED_UP', 'ARRIVED_DELIVERY_BRANCH', 'DEPOSITED_LOCKER', 'REFUSED', 'DELIVERED'];
const REGIONS = ['210202', '210213', '210200', '330106', undefined] as const;

const line = fc.oneof(
  fc
    .record({
      no: fc.integer({ min: 0, max: 6 }),
      code: fc.constantFrom(...CODES),
      hour: fc.integer({ min: 0, max: 72 }),
      region: fc.constantFrom(...REGIONS),
    })
    .map(({ no, code, hour, region }) =>
      scan(
        no,
        code,
        new Date(Date.UTC(2026, 9, 30, hour)).toISOString(),
        // a code that names a place has one
        code === 'ARRIVED_DELIVERY_BRANCH' || code === 'DEPOSITED_LOCKER' || code === 'PICKED_UP'
          ? (region ?? '210202')
          : region,
      ),
    )
    .map((one) => [one]),
  fc.integer({ min: 0, max: 6 }).map((no) => order(no, no % 2 === 0 ? 'SHOPA' : 'SHOPB')),
  fc
    .record({
      status: fc.constantFrom('ACTIVE', 'RESTORED'),
      minute: fc.integer({ min: 0, max: 3000 }),
    })
    .map(({ status, minute }) => {
      const time = new Date(Date.UTC(2026, 9, 30, 0, minute)).toISOString();
      return [
        event('continuity.interruption.updated', time, {
          noticeId: 'ntc_AAECAwQFBgcICQoLDA0ODw',
          revision: 2,
          status,
          occurredAt: time,
        }),
      ];
    }),
);
const lines = fc.array(line, { maxLength: 25 }).map((groups) => groups.flat());

const logOf = (given: readonly object[]): EventLog => {
  const log = emptyLog();
  for (const one of given)
    if (!addLine(log, one).ok) throw new Error('a line of the test is wrong');
  return log;
};
const figures = (log: EventLog) => figuresOf(log, { kinds: ['DAY', 'MONTH', 'YEAR'] });

describe('shards of a log', () => {
  test('merging is associative', () =>
    fc.assert(
      fc.property(lines, lines, lines, (a, b, c) => {
        const [x, y, z] = [logOf(a), logOf(b), logOf(c)];
        expect(figures(mergeLogs(mergeLogs(x, y), z))).toEqual(
          figures(mergeLogs(x, mergeLogs(y, z))),
        );
      }),
      { numRuns: 40 },
    ));

  test('merging is commutative', () =>
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        const [x, y] = [logOf(a), logOf(b)];
        expect(figures(mergeLogs(x, y))).toEqual(figures(mergeLogs(y, x)));
      }),
      { numRuns: 40 },
    ));

  test('any cut and any order give the figures of the whole', () =>
    fc.assert(
      fc.property(
        lines.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
            fc.array(fc.integer({ min: 0, max: 2 }), {
              minLength: all.length,
              maxLength: all.length,
            }),
          ),
        ),
        ([all, shuffled, shard]) => {
          const parts = [0, 1, 2].map((no) => logOf(shuffled.filter((_, at) => shard[at] === no)));
          expect(figures(mergeLogs(...parts))).toEqual(figures(logOf(all)));
        },
      ),
      { numRuns: 60 },
    ));

  test('a log merged with itself is itself', () =>
    fc.assert(
      fc.property(lines, (a) => {
        const log = logOf(a);
        expect(figures(mergeLogs(log, log))).toEqual(figures(log));
      }),
      { numRuns: 40 },
    ));

  test('parts and rest are the whole of every region', () =>
    fc.assert(
      fc.property(lines, (a) => {
        const all = figures(logOf(a)).filter(({ indicator }) => indicator === 'PARCEL_VOLUME');
        const volume = (kind: string, region: (code: string) => boolean) =>
          all
            .filter(({ period, region: code }) => period.kind === kind && region(code))
            .reduce((sum, { part }) => sum + part, 0);
        for (const kind of ['DAY', 'MONTH', 'YEAR'])
          expect(volume(kind, (code) => /^2102(0[1-9]|1\d)$|^210200~$/.test(code))).toBe(
            volume(kind, (code) => code === '210200'),
          );
      }),
      { numRuns: 40 },
    ));
});
