import { gzipSync } from 'node:zlib';
import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Listening, listen } from '../src/node.ts';
import { createTestMock, type TestMock } from '../src/testing.ts';
import { nextKey } from './exchange.ts';
import { faultsOfAnswer, operationOf } from './judged-exchange.ts';
import { submission } from './mock-courier.ts';

let mock: TestMock;
let port: Listening;

beforeAll(async () => {
  mock = await createTestMock();
  port = await listen(mock.serve, { port: 0, hostname: '127.0.0.1' });
});
afterAll(async () => {
  await port.close();
  await mock.settled();
});

const send = async (
  method: string,
  path: string,
  body?: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
) => {
  const [token] = mock.developmentTokens.values();
  const response = await fetch(`${port.url}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      'OpenWaybill-Version': SPOKEN_VERSION,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(method === 'POST' ? { 'Idempotency-Key': nextKey() } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  return { response, text, body: text === '' ? undefined : JSON.parse(text) };
};

const CANARY = 'ZQCANARYZQ';
const ORDER = submission('SO-JUDGED');
const changed = (change: Readonly<Record<string, unknown>>) =>
  JSON.stringify({ ...ORDER, ...change });
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const consignee = (more: Readonly<Record<string, unknown>>) =>
  changed({ consignee: { ...ORDER.consignee, ...more } });

/** Bodies of `submitOrder`, each with one fault. */
const BODIES: readonly {
  readonly given: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly want: readonly [number, string, string?];
}[] = [
  { given: 'text that is no JSON', body: `{"${CANARY}`, want: [400, 'MALFORMED_JSON'] },
  { given: 'nothing', body: '', want: [400, 'MALFORMED_JSON'] },
  {
    given: 'bytes that are no UTF-8',
    body: Uint8Array.of(0x22, 0xff, 0x22),
    want: [400, 'MALFORMED_JSON'],
  },
  { given: 'a member twice', body: '{"orderNo":"A","orderNo":"B"}', want: [400, 'MALFORMED_JSON'] },
  { given: 'a lone surrogate', body: '{"orderNo":"\\ud800"}', want: [400, 'MALFORMED_JSON'] },
  {
    given: 'the member __proto__',
    body: '{"__proto__":{"status":"X"}}',
    want: [400, 'MALFORMED_JSON'],
  },
  { given: 'a depth of 33', body: nested(33), want: [400, 'MALFORMED_JSON'] },
  { given: 'a depth of 200000', body: nested(100_000), want: [400, 'MALFORMED_JSON'] },
  {
    given: 'four million brackets in a few bytes',
    body: new Uint8Array(gzipSync(Buffer.alloc(4_000_000, '['))),
    want: [400, 'MALFORMED_JSON'],
  },
  { given: 'more than 256 KiB', body: `"${'x'.repeat(262_144)}"`, want: [413, 'BODY_TOO_LARGE'] },
  { given: 'a list', body: '[]', want: [422, 'SCHEMA_VIOLATION', ''] },
  {
    given: 'a number for a text',
    body: changed({ orderNo: 7 }),
    want: [422, 'SCHEMA_VIOLATION', '/orderNo'],
  },
  {
    given: 'null',
    body: changed({ pickupWindow: null }),
    want: [422, 'SCHEMA_VIOLATION', '/pickupWindow'],
  },
  {
    given: 'an unknown member',
    body: changed({ [CANARY]: 1 }),
    want: [422, 'SCHEMA_VIOLATION', ''],
  },
  {
    given: 'a time without an offset',
    body: changed({ orderedAt: '2026-11-11T00:00:00' }),
    want: [422, 'SCHEMA_VIOLATION', '/orderedAt'],
  },
  {
    given: 'a day that does not exist',
    body: changed({ orderedAt: '2026-02-30T00:00:00+08:00' }),
    want: [422, 'SCHEMA_VIOLATION', '/orderedAt'],
  },
  {
    given: 'a code of no closed list',
    body: changed({ shipper: { ...ORDER.shipper, kind: CANARY } }),
    want: [422, 'CODE_UNKNOWN', '/shipper/kind'],
  },
  {
    given: 'a plain name',
    body: consignee({ contactMasked: { nameMasked: '张三丰', phoneMasked: '*******8000' } }),
    want: [422, 'PLAINTEXT_PERSONAL_DATA', '/consignee/contactMasked/nameMasked'],
  },
  {
    given: 'a phone with too much shown',
    body: consignee({ contactMasked: { nameMasked: '张**', phoneMasked: '199****0001' } }),
    want: [422, 'PLAINTEXT_PERSONAL_DATA', '/consignee/contactMasked/phoneMasked'],
  },
  {
    given: 'a wrong check character',
    body: consignee({ consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw5' }),
    want: [422, 'CHECK_DIGIT_INVALID', '/consignee/consigneeRef'],
  },
  {
    given: 'a float',
    body: changed({ packages: [{ ...ORDER.packages[0], weightGrams: 1.5 }] }),
    want: [422, 'SCHEMA_VIOLATION', '/packages/0/weightGrams'],
  },
];

test.each(BODIES)('a body with $given is refused where it is wrong', async ({ body, want }) => {
  const [status, code, pointer] = want;
  const { response, text, body: problem } = await send('POST', '/v1/orders', body);
  expect([response.status, problem.code]).toEqual([status, code]);
  expect(text).not.toContain(CANARY);
  if (pointer !== undefined) {
    expect(problem.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
    const said = problem.extensions['org.openwaybill.mock'];
    expect([said.en.length, said.zh.length].every((length) => length > 0)).toBe(true);
  }
  const operation = operationOf('POST', '/v1/orders');
  expect(operation && faultsOfAnswer(operation, response, problem)).toEqual([]);
  expect((await send('GET', '/v1/orders')).body.items).toEqual([]);
  expect((await send('GET', '/v1/health')).response.status).toBe(200);
});

const KEY = '00000000-0000-4000-9000-00000000000a';
const REQUESTS: readonly {
  readonly given: string;
  readonly request: readonly [
    string,
    string,
    (string | undefined)?,
    Readonly<Record<string, string>>?,
  ];
  readonly want: readonly [number, string];
}[] = [
  { given: 'a path of no operation', request: ['GET', '/v1/nothing'], want: [404, 'NOT_FOUND'] },
  { given: 'another method', request: ['DELETE', '/v1/orders'], want: [405, 'METHOD_NOT_ALLOWED'] },
  {
    given: 'no token',
    request: ['GET', '/v1/orders', undefined, { Authorization: '' }],
    want: [401, 'UNAUTHENTICATED'],
  },
  {
    given: 'a token of nobody',
    request: ['GET', '/v1/orders', undefined, { Authorization: 'Bearer x.y.z' }],
    want: [401, 'UNAUTHENTICATED'],
  },
  {
    given: 'another major version',
    request: ['GET', '/v1/orders', undefined, { 'OpenWaybill-Version': '2.0' }],
    want: [400, 'UNSUPPORTED_VERSION'],
  },
  {
    given: 'an ill-formed version',
    request: ['GET', '/v1/orders', undefined, { 'OpenWaybill-Version': 'one' }],
    want: [400, 'PARAMETER_INVALID'],
  },
  {
    given: 'a media type that is not served',
    request: ['GET', '/v1/orders', undefined, { Accept: 'text/html' }],
    want: [406, 'NOT_ACCEPTABLE'],
  },
  {
    given: 'a body of another type',
    request: ['POST', '/v1/orders', '{}', { 'Content-Type': 'text/plain' }],
    want: [415, 'UNSUPPORTED_MEDIA_TYPE'],
  },
  {
    given: 'a limit of 0',
    request: ['GET', '/v1/orders?limit=0'],
    want: [400, 'PARAMETER_INVALID'],
  },
  {
    given: 'a limit twice',
    request: ['GET', '/v1/orders?limit=1&limit=2'],
    want: [400, 'PARAMETER_INVALID'],
  },
  {
    given: 'a cursor that is not ours',
    request: ['GET', '/v1/orders?cursor=zzz'],
    want: [400, 'PARAMETER_INVALID'],
  },
  {
    given: 'no idempotency key',
    request: ['POST', '/v1/orders', '{}', { 'Idempotency-Key': '' }],
    want: [400, 'IDEMPOTENCY_KEY_MISSING'],
  },
  {
    given: 'an order of nobody',
    request: ['GET', '/v1/orders/SO-NOBODY'],
    want: [404, 'NOT_FOUND'],
  },
];

test.each(REQUESTS)('a request with $given is refused', async ({ request, want }) => {
  const { response, body } = await send(...request);
  expect([response.status, body.code]).toEqual(want);
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  expect((await send('GET', '/v1/health')).response.status).toBe(200);
});

const CALLED = '19900001234';

test.each([
  ['half a character', `{"${CALLED}":{"x":"\\ud800"}}`, ''],
  ['a number of too many digits', `{"extensions":{"${CALLED}":9007199254740993}}`, ''],
  ['a text that is not composed', `{"remark":"ok","${CALLED}":"e\u0301"}`, ''],
  ['a key twice', `{"packages":[{"${CALLED}":{"a":1,"a":2}}]}`, '/packages/0'],
  ['nothing but depth', `{"${CALLED}":${'['.repeat(40)}`, ''],
  ['a member of no schema', `{"${CALLED}":1}`, ''],
])('a member of %s is told by its parent', async (_, text, want) => {
  const answer = await send('POST', '/v1/orders', text);
  expect(answer.response.status).toBeGreaterThanOrEqual(400);
  expect(answer.body.errors[0].pointer).toBe(want);
  expect(answer.text).not.toContain(CALLED);
});

test.each([`/v1/orders?${CALLED}=1`, `/v1/orders?limit=${CALLED}&limit=1`, `/v1/orders/${CALLED}`])(
  'an address tells nothing of itself: %s',
  async (path) => {
    expect((await send('GET', path)).text).not.toContain(CALLED);
  },
);

test('a key of another body is refused, and of the same body repeated', async () => {
  const headers = { 'Idempotency-Key': KEY };
  const first = await send('POST', '/v1/orders', changed({ orderNo: 'SO-KEY' }), headers);
  const again = await send('POST', '/v1/orders', changed({ orderNo: 'SO-KEY' }), headers);
  const other = await send('POST', '/v1/orders', changed({ orderNo: 'SO-OTHER' }), headers);
  expect(first.response.status).toBe(201);
  expect([again.text, again.response.headers.get('Idempotency-Replayed')]).toEqual([
    first.text,
    'true',
  ]);
  expect([other.response.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
});

test('a stale revision changes nothing', async () => {
  await send('POST', '/v1/orders', changed({ orderNo: 'SO-STALE' }));
  const before = await send('GET', '/v1/orders/SO-STALE');
  const update = JSON.stringify({ service: { product: 'EXPRESS' } });
  const patch = (headers: Readonly<Record<string, string>>) =>
    send('PATCH', '/v1/orders/SO-STALE', update, headers);
  const codes = [await patch({}), await patch({ 'If-Match': '"99"' })].map(({ body }) => body.code);
  expect(codes).toEqual(['PRECONDITION_REQUIRED', 'REVISION_STALE']);
  expect((await send('GET', '/v1/orders/SO-STALE')).text).toBe(before.text);
});

test('a walk shows every order once while the list grows', async () => {
  for (let count = 0; count < 5; count += 1)
    await send('POST', '/v1/orders', changed({ orderNo: `SO-WALK-${count}` }));
  const seen: string[] = [];
  let cursor = '';
  for (let page = 0; page < 20; page += 1) {
    const { body } = await send('GET', `/v1/orders?limit=2${cursor}`);
    seen.push(...body.items.map(({ orderNo }: { orderNo: string }) => orderNo));
    if (page === 0) await send('POST', '/v1/orders', changed({ orderNo: 'SO-WALK-LATE' }));
    if (body.nextCursor === undefined) break;
    cursor = `&cursor=${body.nextCursor}`;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.filter((orderNo) => orderNo.startsWith('SO-WALK-'))).toHaveLength(6);
});
