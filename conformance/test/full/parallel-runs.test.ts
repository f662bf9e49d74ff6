import { describe, expect, test } from 'vitest';
import { claimIn, judgeParts } from '../../src/judge.ts';
import { type Checked, check } from '../../src/run.ts';
import { headerOf, isAccepted, requestOf } from '../../src/transcript/body.ts';
import { exchangesOf } from '../../src/transcript/format.ts';
import { reference } from '../reference.ts';

const FORM = /^([0-9a-f-]{36}|msg_.*)$/;

/** What belongs to one exchange alone: the key of a command, where it has its form, and the id of a delivery. */
const namesIn = ({ transcript }: Checked): readonly string[] =>
  exchangesOf(transcript).flatMap(({ request }) =>
    ['idempotency-key', 'webhook-id']
      .flatMap((name) => headerOf(request.headers, name) ?? [])
      .filter((name) => FORM.test(name)),
  );
/** The orders that were taken of a run. */
const ordersIn = ({ transcript }: Checked): readonly string[] =>
  exchangesOf(transcript).flatMap((exchange) =>
    exchange.operation === 'submitOrder' && isAccepted(exchange)
      ? String(requestOf(exchange)?.orderNo)
      : [],
  );
const common = (one: readonly string[], other: readonly string[]): readonly string[] => {
  const known = new Set(other);
  return [...new Set(one)].filter((name) => known.has(name));
};

describe('two runs of two organisations against one courier at a time', async () => {
  const system = await reference('courier');
  const { runner, second } = system.credentials;
  if (second === undefined) throw new Error('the reference knows no second organisation');
  const [one, other] = await Promise.all([
    check({ ...system, role: 'courier', credentials: { runner } }),
    check({ ...system, role: 'courier', credentials: { runner: second } }),
  ]);

  test('have no exchange in common', () => {
    expect(namesIn(one).length).toBeGreaterThan(500);
    expect(common(namesIn(one), namesIn(other))).toEqual([]);
    expect(ordersIn(one).length).toBeGreaterThan(50);
    expect(common(ordersIn(one), ordersIn(other))).toEqual([]);
  });

  test('blame it for nothing', () => {
    expect([one, other].map(({ result }) => [result.findings, result.harness])).toEqual([
      [[], []],
      [[], []],
    ]);
    expect(system.defects).toEqual([]);
  });
});

test('a run that is repeated at the same courier blames it for nothing', async () => {
  const system = await reference('courier');
  const only = ['supplied-number', 'cross-border', 'order', 'waybill', 'claims', 'pricing'];
  for (let time = 1; time <= 2; time += 1) {
    const { result } = await check({ ...system, role: 'courier', only });
    expect([time, result.findings, result.harness]).toEqual([time, [], []]);
  }
});

test('five shards of a courier come to what the whole run comes to', async () => {
  const SHARDS = 5;
  const whole = (await check({ ...(await reference('courier')), role: 'courier' })).result;
  const parts = [];
  for (let index = 1; index <= SHARDS; index += 1) {
    const shard = { index, count: SHARDS };
    const system = await reference('courier');
    parts.push((await check({ ...system, role: 'courier', shard })).transcript);
  }
  const [first] = parts;
  if (first === undefined) throw new Error('there are no shards');
  const united = await judgeParts(parts, claimIn(first, 'courier'));
  const outcomes = ({ requirements }: typeof whole) =>
    requirements.map(({ id, outcome, reason }) => [id, outcome, reason]);
  expect(outcomes(united)).toEqual(outcomes(whole));
  expect(united.verdicts.map(({ verdict }) => verdict)).toEqual(
    whole.verdicts.map(({ verdict }) => verdict),
  );
  expect(united.exit).toBe(whole.exit);
});
