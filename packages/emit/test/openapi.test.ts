import { ROLES, type Role, registry } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { openApi } from '../src/openapi-documents.ts';

const files = openApi(registry);
const whole = JSON.parse(files.get('openapi-3.1.json') ?? '');

type Referring = { readonly $ref?: string };
type Parameter = { readonly name: string };
type Response = {
  readonly headers: object;
  readonly content: object;
  readonly 'x-problem-codes'?: readonly string[];
};
type Written = {
  readonly operationId: string;
  readonly security: readonly object[];
  readonly parameters: readonly (Parameter & Referring)[];
  readonly responses: Readonly<Record<string, Response & Referring>>;
  readonly 'x-problem-codes': readonly string[];
};

const follow = <T>(each: T & Referring): T =>
  each.$ref === undefined
    ? each
    : each.$ref
        .slice(2)
        .split('/')
        .reduce((node, step) => node[step], whole);

const operations = Object.values<Readonly<Record<string, Written>>>(whole.paths).flatMap((path) =>
  Object.values(path),
);

/** An operation with its references to parameters and answers followed. */
const operation = (id: string) => {
  const found = operations.find((each) => each.operationId === id);
  if (found === undefined) throw new Error(`${id} is no operation of the document`);
  const responses = new Map(
    Object.entries(found.responses).map(([status, each]) => [status, follow<Response>(each)]),
  );
  return {
    parameters: found.parameters.map((each) => follow<Parameter>(each)),
    responses,
  };
};

const parameterNames = (id: string): readonly string[] =>
  operation(id).parameters.map(({ name }) => name);

describe('the headers of a request follow from its form', () => {
  test.each([
    ['a POST is named by a key', { given: 'cancelWaybill', want: 'Idempotency-Key', has: true }],
    ['a GET is not', { given: 'getWaybill', want: 'Idempotency-Key', has: false }],
    ['a PATCH names the revision', { given: 'updateOrder', want: 'If-Match', has: true }],
    ['a POST does not', { given: 'cancelWaybill', want: 'If-Match', has: false }],
    [
      'every call may name its version',
      { given: 'getWaybill', want: 'OpenWaybill-Version', has: true },
    ],
    ['a list goes on from a cursor', { given: 'listWaybills', want: 'cursor', has: true }],
    ['a list has a limit', { given: 'listWaybills', want: 'limit', has: true }],
    ['a single resource has none', { given: 'getWaybill', want: 'limit', has: false }],
    ['a delivery is signed', { given: 'receiveEvent', want: 'webhook-signature', has: true }],
    ['a delivery has no key', { given: 'receiveEvent', want: 'Idempotency-Key', has: false }],
    ['a reveal is not stored', { given: 'requestReveal', want: 'Cache-Control', has: true }],
    ['a path parameter is named', { given: 'getWaybill', want: 'waybillNo', has: true }],
  ])('%s', (_title, { given, want, has }) =>
    expect(parameterNames(given).includes(want)).toBe(has),
  );
});

describe('the headers of an answer follow from its body', () => {
  test.each([
    ['a resource with a revision has an ETag', { given: 'getWaybill', want: 'ETag', has: true }],
    ['the result of a command has none', { given: 'cancelWaybill', want: 'ETag', has: false }],
    [
      'the answer to a POST may be a repetition',
      { given: 'cancelWaybill', want: 'Idempotency-Replayed', has: true },
    ],
    [
      'an answer to a GET is none',
      { given: 'getWaybill', want: 'Idempotency-Replayed', has: false },
    ],
    ['the terms of an agreement have none', { given: 'getAgreement', want: 'ETag', has: false }],
    ['a label is not cached', { given: 'getWaybillLabel', want: 'Cache-Control', has: true }],
    ['a plain answer may be cached', { given: 'cancelWaybill', want: 'Cache-Control', has: false }],
  ])('%s', (_title, { given, want, has }) => {
    expect(want in (operation(given).responses.get('200')?.headers ?? {})).toBe(has);
  });
});

test('every refusal is a problem with the codes of its status', () => {
  const { responses } = operation('cancelWaybill');
  const conflict = responses.get('409');
  expect(conflict?.['x-problem-codes']).toEqual(['STATE_ILLEGAL', 'REQUEST_IN_PROGRESS']);
  expect(Object.keys(conflict?.content ?? {})).toEqual(['application/problem+json']);
  expect(responses.get('503')?.headers).toHaveProperty('Retry-After');
  expect(responses.get('405')?.headers).toHaveProperty('Allow');
});

test('every code of an operation stands under its status', () => {
  for (const { operationId, 'x-problem-codes': codes } of operations) {
    const byStatus = [...operation(operationId).responses].flatMap(([status, response]) =>
      (response['x-problem-codes'] ?? []).map((code) => [code, Number(status)]),
    );
    expect(Object.fromEntries(byStatus), operationId).toEqual(
      Object.fromEntries(codes.map((code) => [code, registry.problems[code]?.status])),
    );
  }
});

test.each([
  ['most calls need a token', { given: 'cancelWaybill', want: [{ bearer: [] }] }],
  ['a capability document needs none', { given: 'getCapabilities', want: [] }],
  ['a query may do without', { given: 'queryParcels', want: [{ bearer: [] }, {}] }],
])('%s', (_title, { given, want }) => {
  expect(operations.find(({ operationId }) => operationId === given)?.security).toEqual(want);
});

test('a challenge is answered with itself, every other event with nothing', () => {
  const answers = Object.entries<{ readonly post: Written }>(whole.webhooks).map(
    ([type, { post }]) => [type, Object.keys(post.responses)[0]],
  );
  const { 'org.openwaybill.discovery.subscription.challenged': challenge, ...others } =
    Object.fromEntries(answers);
  expect(challenge).toBe('200');
  expect(new Set(Object.values(others))).toEqual(new Set(['204']));
});

test('the document has every operation and every event once', () => {
  const ids = operations.map(({ operationId }) => operationId);
  expect(ids.toSorted()).toEqual(registry.operations.map((each) => each.operationId).toSorted());
  expect(Object.keys(whole.webhooks ?? {})).toEqual(registry.events.map(({ type }) => type));
});

test('a role has the document of what it serves and receives', () => {
  for (const role of Object.keys(ROLES) as Role[]) {
    const served = registry.operations.filter(({ servedBy }) => servedBy.includes(role));
    const text = files.get(`openapi/${role}.json`);
    expect(text !== undefined, role).toBe(served.length > 0);
    if (text === undefined) continue;
    const document = JSON.parse(text);
    expect(Object.keys(document.paths).toSorted(), role).toEqual(
      [...new Set(served.map(({ path }) => path))].toSorted(),
    );
    expect(Object.keys(document.webhooks ?? {}), role).toEqual(
      registry.events.filter(({ to }) => to.includes(role)).map(({ type }) => type),
    );
  }
});

test('a member is marked for tools that redact', () => {
  expect(whole.components.schemas.WaybillNo).toMatchObject({
    'x-data-classification': 'pseudonymous',
    'x-sensitive-data': false,
  });
});
