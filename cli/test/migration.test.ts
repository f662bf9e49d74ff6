import { connect } from '@openwaybill/client';
import { guidesOf, releaseOf } from '@openwaybill/emit';
import { registry, toContract } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { exampleOf } from './clients/case.ts';

const guide = guidesOf(
  releaseOf(toContract(registry), {
    version: registry.version,
    status: 'draft',
    publishedOn: '',
    handedIn: new Map(),
  }),
).find(({ name }) => name === 'from-generated-clients');

/** The cells of a table of the guide that are names of the wire, row by row. */
const rowsOf = (section: string): readonly (readonly string[])[] =>
  (guide?.sections.find(({ id }) => id === section)?.parts ?? []).flatMap((part) =>
    part.is === 'table' ? part.rows.map((cells) => cells.map((cell) => String(cell))) : [],
  );

/** What a call of our client sends, seen where a network would begin. */
const sent = async (): Promise<Request | undefined> => {
  let seen: Request | undefined;
  const courier = connect({
    baseUrl: 'https://courier.test',
    role: 'platform',
    token: 'a-token',
    retries: 0,
    fetch: async (...given) => {
      seen = new Request(...given);
      return new Response(null, { status: 503 });
    },
  });
  const body = exampleOf('WaybillCreation') as Parameters<typeof courier.createWaybill>[0]['body'];
  await courier.createWaybill({ body });
  return seen;
};

test('the client sends the headers that the guide lists', async () => {
  const request = await sent();
  expect([...(request?.headers.keys() ?? [])]).toEqual(rowsOf('headers').flat());
  expect(await request?.json()).toEqual(exampleOf('WaybillCreation'));
});

test('the calls that the guide names are those of the client', () => {
  const courier = connect({ baseUrl: 'https://courier.test', role: 'platform', token: 'a-token' });
  const called = registry.operations.filter(({ calledBy }) => calledBy.includes('platform'));
  const names = new Set(rowsOf('calls').map((cells) => cells.at(-1)));
  const isCall = ({ operationId }: { readonly operationId: string }) => operationId in courier;
  const isNamed = ({ operationId }: { readonly operationId: string }) => names.has(operationId);
  expect(called.filter(isNamed)).toEqual(called.filter(isCall));
  expect(called.filter(isCall).length).toBeGreaterThan(30);
});
