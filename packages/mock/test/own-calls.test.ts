import { expect, test } from 'vitest';
import { exchange } from './exchange.ts';

const problem = (code: string, status: number, retryable: boolean, headers = {}) =>
  new Response(
    JSON.stringify({
      type: `https://openwaybill.org/problems/${code}`,
      code,
      title: code,
      status,
      retryable,
    }),
    { status, headers: { 'Content-Type': 'application/problem+json', ...headers } },
  );

const CASES: readonly {
  readonly given: string;
  readonly answers: readonly (() => Response | undefined)[];
  readonly want: string;
  readonly attempts: number;
  readonly waits: number;
}[] = [
  {
    given: 'a time to come back',
    answers: [() => problem('RATE_LIMITED', 429, true, { 'Retry-After': '7' })],
    want: 'SUCCEEDED',
    attempts: 2,
    waits: 7000,
  },
  {
    given: 'hours to wait',
    answers: [() => problem('RATE_LIMITED', 429, true, { 'Retry-After': '7200' })],
    want: 'FAILED',
    attempts: 1,
    waits: 0,
  },
  {
    given: 'a refusal for good',
    answers: [() => problem('DUPLICATE', 409, false)],
    want: 'FAILED',
    attempts: 1,
    waits: 0,
  },
  {
    given: 'a command in flight',
    answers: [() => problem('REQUEST_IN_PROGRESS', 409, true)],
    want: 'SUCCEEDED',
    attempts: 2,
    waits: 500,
  },
  {
    given: 'an answer that was lost',
    answers: [() => Response.error()],
    want: 'SUCCEEDED',
    attempts: 2,
    waits: 500,
  },
];

test.each(CASES)('after $given a call is made $attempts times', async (one) => {
  const parties = await exchange();
  const keys: (string | null)[] = [];
  const bodies: string[] = [];
  parties.intervene(async (request) => {
    if (new URL(request.url).pathname !== '/v1/orders') return undefined;
    keys.push(request.headers.get('Idempotency-Key'));
    bodies.push(await request.text());
    return one.answers[keys.length - 1]?.();
  });
  const run = await parties.act('platform', 'SUBMIT_ORDER', {
    orderNo: 'SO-1',
    consigneeSeed: 'p',
  });
  expect(run.state).toBe(one.want);
  expect(keys).toHaveLength(one.attempts);
  expect(new Set(keys).size).toBe(1);
  expect(new Set(bodies).size).toBe(1);
  expect(parties.platform.waits.reduce((sum, wait) => sum + wait, 0)).toBe(one.waits);
});

test('a lost answer makes no second order', async () => {
  const parties = await exchange();
  let lost = false;
  parties.intervene(async (request) => {
    if (new URL(request.url).pathname !== '/v1/orders' || lost) return undefined;
    lost = true;
    await parties.courier.fetch(request);
    return Response.error();
  });
  await parties.act('platform', 'SUBMIT_ORDER', { orderNo: 'SO-1', consigneeSeed: 'p' });
  expect((await parties.toCourier('GET', '/v1/orders')).body.items).toHaveLength(1);
  expect(parties.faults).toEqual([]);
});
