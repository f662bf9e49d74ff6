import {
  NEXT_MINOR,
  type OrderSubmission,
  problems,
  registry,
  SPOKEN_VERSION,
} from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { expect } from 'vitest';
import type { Kind } from '../../src/disturbances/kinds.ts';
import { readRule } from '../../src/disturbances/rule.ts';
import type { TestMock } from '../../src/testing.ts';
import { nextKey } from '../exchange.ts';
import { submission } from '../mock-courier.ts';

const TENANT = 'SHOPONE';
const SECONDS_OFF = 600;

/** A mock, and how it is reached. */
export type Reached = { readonly mock: TestMock; readonly origin: string };

/** What a caller sees of one answer. */
type Seen = {
  /** What of it never arrived. */
  readonly lost?: 'ANSWER' | 'BODY';
  readonly status?: number;
  readonly type?: string | null;
  readonly etag?: string | null;
  readonly version?: string | null;
  readonly retryAfter?: string | null;
  readonly replayed?: string | null;
  readonly secondsOff?: number;
  /** Whether the problem has a code of the table. */
  readonly isKnownProblem?: boolean;
  /** How the body is by the form of a sender and by that of a receiver. */
  readonly forms?: readonly [sender: boolean, receiver: boolean];
};

export type CallCase = {
  readonly do: Readonly<Record<string, unknown>> & { readonly kind: Kind };
  readonly call: 'READ' | 'WRITE';
  readonly want: Seen;
  /** Orders that there are once the disturbed call is over. */
  readonly done: 0 | 1;
  /** Milliseconds that the mock waited, at least. */
  readonly waited?: number;
};

const whole = { status: 201, forms: [true, true] } as const;
const refused = { retryAfter: '2', forms: [true, true] } as const;

/** Every kind that befalls calls, and what a caller sees of it. */
export const CALL_CASES: readonly (readonly [title: string, CallCase])[] = [
  [
    'latency keeps an answer waiting',
    { do: { kind: 'latency' }, call: 'WRITE', want: whole, done: 1, waited: 4000 },
  ],
  [
    'a status stands in place of the work',
    { do: { kind: 'status' }, call: 'WRITE', want: { status: 503, ...refused }, done: 0 },
  ],
  [
    'a rate limit names a time to come back',
    { do: { kind: 'rate-limit' }, call: 'WRITE', want: { status: 429, ...refused }, done: 0 },
  ],
  [
    'a reset comes before the work',
    { do: { kind: 'reset' }, call: 'WRITE', want: { lost: 'ANSWER' }, done: 0 },
  ],
  [
    'work is done although its answer is lost',
    { do: { kind: 'commit-then-drop' }, call: 'WRITE', want: { lost: 'ANSWER' }, done: 1 },
  ],
  [
    'a body ends before its end',
    { do: { kind: 'truncate' }, call: 'WRITE', want: { lost: 'BODY', status: 201 }, done: 1 },
  ],
  [
    'a body drips and is whole',
    { do: { kind: 'drip', bytes: 64 }, call: 'WRITE', want: whole, done: 1, waited: 200 },
  ],
  [
    'a body is given another media type',
    {
      do: { kind: 'wrong-content-type' },
      call: 'WRITE',
      want: { ...whole, type: 'text/html; charset=utf-8' },
      done: 1,
    },
  ],
  [
    'a body loses a member on its way',
    {
      do: { kind: 'schema-invalid' },
      call: 'WRITE',
      want: { status: 201, forms: [false, false] },
      done: 1,
    },
  ],
  [
    'an etag is that of the revision before',
    { do: { kind: 'stale-etag' }, call: 'READ', want: { status: 200, etag: '"1"' }, done: 1 },
  ],
  [
    'the clock of an answer is wrong',
    {
      do: { kind: 'clock-skew', seconds: SECONDS_OFF },
      call: 'READ',
      want: { status: 200, secondsOff: SECONDS_OFF },
      done: 1,
    },
  ],
  [
    'a later minor has members of its own',
    {
      do: { kind: 'extra-member' },
      call: 'WRITE',
      want: { status: 201, version: NEXT_MINOR, forms: [false, true] },
      done: 1,
    },
  ],
  [
    'a later minor has codes of its own',
    {
      do: { kind: 'unknown-code' },
      call: 'READ',
      want: { status: 200, version: NEXT_MINOR, forms: [false, true] },
      done: 1,
    },
  ],
  [
    'a later minor has problems of its own',
    {
      do: { kind: 'unknown-problem' },
      call: 'WRITE',
      want: { status: 503, retryAfter: '2', isKnownProblem: false },
      done: 0,
    },
  ],
  [
    'an interruption without notice drops the connection',
    {
      do: { kind: 'interrupt', notice: false },
      call: 'WRITE',
      want: { lost: 'ANSWER' },
      done: 0,
    },
  ],
  [
    'an interruption with notice changes nothing yet',
    { do: { kind: 'interrupt' }, call: 'WRITE', want: whole, done: 1 },
  ],
];

const formsOf = (status: number, body: unknown): readonly [boolean, boolean] => {
  const schema = status >= 400 ? 'Problem' : 'Order';
  return [judge(schema, body, 'sender').ok, judge(schema, body, 'receiver').ok];
};

const look = async (
  { mock, origin }: Reached,
  method: string,
  path: string,
  key: string,
  body?: OrderSubmission,
): Promise<Seen> => {
  const token = mock.developmentTokens.get(TENANT);
  let answer: Response;
  try {
    answer = await fetch(`${origin}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        'OpenWaybill-Version': SPOKEN_VERSION,
        ...(body === undefined
          ? {}
          : { 'Content-Type': 'application/json', 'Idempotency-Key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    return { lost: 'ANSWER' };
  }
  const { status, headers } = answer;
  const seen = {
    status,
    type: headers.get('Content-Type'),
    etag: headers.get('ETag'),
    version: headers.get('OpenWaybill-Version'),
    retryAfter: headers.get('Retry-After'),
    replayed: headers.get('Idempotency-Replayed'),
    secondsOff: (Date.parse(headers.get('Date') ?? '') - mock.system.options.wallClock()) / 1000,
  };
  try {
    const text = await answer.text();
    const told = JSON.parse(text);
    return {
      ...seen,
      forms: formsOf(status, told),
      ...(status < 400 ? {} : { isKnownProblem: Object.hasOwn(problems, told.code) }),
    };
  } catch {
    return { ...seen, lost: 'BODY' };
  }
};

const orderCount = ({ mock }: Reached): Promise<number> =>
  mock.system.transact(TENANT, async (unit) => {
    const orders = await unit.list({ collection: 'order', owner: TENANT });
    return orders.length;
  });

/** Lets one disturbance befall one call, compares what is seen, and reads back that the state is whole. */
export const proveCall = async (reached: Reached, { do: doing, ...given }: CallCase) => {
  const { mock } = reached;
  const write = (key: string) => look(reached, 'POST', '/v1/orders', key, submission());
  const read = () => look(reached, 'GET', '/v1/orders/SO-1', '');
  const key = nextKey();
  if (given.call === 'READ') await write(key);
  const rule = readRule(
    {
      match: { operation: given.call === 'READ' ? 'get-order' : 'submit-order' },
      do: doing,
      times: 1,
    },
    registry,
  );
  if (!rule.ok) throw new Error(JSON.stringify(rule.issues));
  const { id } = mock.system.disturbances.add(rule.rule, TENANT);
  expect(given.call === 'READ' ? await read() : await write(key)).toMatchObject(given.want);
  expect(await orderCount(reached)).toBe(given.done);
  await mock.settled();
  const fired = mock.system.timeline.after(TENANT, 0).filter(({ kind }) => kind === 'fault');
  expect(fired.map(({ record }) => record)).toEqual([
    expect.objectContaining({ faultId: id, kind: doing.kind }),
  ]);
  expect(mock.waits.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(given.waited ?? 0);
  if (doing.kind === 'interrupt' && doing.notice === false) {
    expect(await write(key)).toMatchObject({ status: 503, forms: [true, true] });
    return;
  }
  // the same call again, under its key: it is done once, whatever befell it
  const again = await write(key);
  expect(again).toMatchObject({
    ...whole,
    version: SPOKEN_VERSION,
    replayed: given.done === 1 ? 'true' : null,
  });
  expect(await orderCount(reached)).toBe(1);
  expect(await read()).toMatchObject({ status: 200, etag: '"2"', forms: [true, true] });
};
