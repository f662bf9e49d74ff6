import { expect, test } from 'vitest';
import { connect, known, Refused } from '../src/index.ts';
import { localServer, type Reply } from './local-server.ts';
import { draft, order, problem, refusal, waybill } from './messages.ts';
import { virtualTime } from './virtual-time.ts';

test.each<[string, { given: Reply; want: object }]>([
  [
    'a problem is handed on with all its members',
    {
      given: {
        status: 422,
        json: problem('SCHEMA_VIOLATION', {
          errors: [{ pointer: '/orderNo', rule: 'pattern', message: 'Not of the form.' }],
        }),
      },
      want: {
        code: 'SCHEMA_VIOLATION',
        status: 422,
        retryable: false,
        errors: [{ pointer: '/orderNo', rule: 'pattern' }],
      },
    },
  ],
  [
    'a refusal of an interruption names its notice',
    {
      given: { status: 503, json: problem('INTERRUPTED', { noticeId: 'ntc_1' }) },
      want: { code: 'INTERRUPTED', noticeId: 'ntc_1' },
    },
  ],
  [
    'a problem without retryable is told by its status',
    { given: { status: 409, json: { code: 'ADDED_LATER' } }, want: { retryable: false } },
  ],
  [
    'a refusal without a problem has a code of its own',
    { given: { status: 404, text: 'not here' }, want: { code: 'NOT_A_PROBLEM', status: 404 } },
  ],
  [
    'a redirect is not followed',
    {
      given: { status: 307, headers: { location: '/v1/orders' } },
      want: { code: 'NOT_A_PROBLEM', status: 307, retryable: false },
    },
  ],
  [
    'a success that is not JSON is a problem',
    {
      given: { status: 201, text: '{"waybillNo":' },
      want: { code: 'ANSWER_INVALID', status: 201 },
    },
  ],
  [
    'a number that lost its last digits is a problem',
    {
      given: { status: 201, text: '{"addedLater":[9007199254740993]}' },
      want: { code: 'ANSWER_INVALID', status: 201 },
    },
  ],
  [
    'a success that is not valid is a problem',
    {
      given: { status: 201, json: { ...waybill, revision: 'two' } },
      want: { code: 'ANSWER_INVALID', errors: [{ pointer: '/revision', rule: 'type' }] },
    },
  ],
])('%s', async (_title, { given, want }) => {
  const server = await localServer(given);
  const courier = connect({ baseUrl: server.url, ...virtualTime(), retries: 0, validate: true });
  expect(await courier.createWaybill({ body: draft })).toMatchObject({ ok: false, problem: want });
});

const pageOf = (...numbers: readonly string[]) => numbers.map((orderNo) => ({ ...order, orderNo }));

test.each<[string, { given: readonly Reply[]; want: { numbers: string[]; urls: string[] } }]>([
  [
    'three pages are walked to their end',
    {
      given: [
        { json: { items: pageOf('A', 'B'), nextCursor: 'c1' } },
        { json: { items: [], nextCursor: 'c2' } },
        { json: { items: pageOf('C') } },
      ],
      want: {
        numbers: ['A', 'B', 'C'],
        urls: [
          '/v1/orders?limit=2',
          '/v1/orders?cursor=c1&limit=2',
          '/v1/orders?cursor=c2&limit=2',
        ],
      },
    },
  ],
  [
    'a cursor that comes again ends the walk',
    {
      given: [{ json: { items: pageOf('A'), nextCursor: 'c1' } }],
      want: { numbers: ['A', 'A'], urls: ['/v1/orders?limit=2', '/v1/orders?cursor=c1&limit=2'] },
    },
  ],
])('%s', async (_title, { given, want }) => {
  const server = await localServer(...given);
  const courier = connect({ baseUrl: server.url, ...virtualTime() });
  const numbers: string[] = [];
  for await (const one of courier.listOrders.all({ query: { limit: 2 } }))
    numbers.push(one.orderNo);
  expect({ numbers, urls: server.arrived.map(({ url }) => url) }).toEqual(want);
});

test('a page that is refused ends the walk with its problem', async () => {
  const server = await localServer(
    { json: { items: pageOf('A'), nextCursor: 'c1' } },
    refusal('CURSOR_EXPIRED'),
  );
  const courier = connect({ baseUrl: server.url, ...virtualTime() });
  const numbers: string[] = [];
  const walk = async () => {
    for await (const one of courier.listOrders.all()) numbers.push(one.orderNo);
  };
  const ended = await walk().catch((thrown: unknown) => thrown);
  expect(ended).toBeInstanceOf(Refused);
  expect(ended).toMatchObject({ problem: { code: 'CURSOR_EXPIRED', status: 410 } });
  expect(numbers).toEqual(['A']);
});

test.each<[string, { given: string; want: object }]>([
  [
    'a known code stands for itself',
    { given: 'OVERWEIGHT', want: { known: true, code: 'OVERWEIGHT' } },
  ],
  [
    'an unknown code stands for the fallback',
    { given: 'TOO_ROUND', want: { known: false, code: 'OTHER' } },
  ],
])('%s', (_title, { given, want }) =>
  expect(known('RejectReason', given)).toEqual({ ...want, raw: given }),
);

test('a list whose unknown codes are ignored gives none', () => {
  const ignoring = known('GoodsTrait', 'ADDED_LATER');
  expect(ignoring).toEqual({ known: false, code: undefined, raw: 'ADDED_LATER' });
});
