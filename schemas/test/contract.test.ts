import { expect, test } from 'vitest';
import {
  type Contract,
  fromContract,
  isPage,
  registry,
  toContract,
  VERSION,
  withVersion,
} from '../src/index.ts';

const contract = toContract(registry);

test('the contract is plain data', () => {
  expect(JSON.parse(JSON.stringify(contract))).toEqual(contract);
});

test('the contract holds everything that the registry has', () => {
  expect(Object.keys(contract.schemas as object)).toEqual([...registry.schemas.keys()]);
  for (const noun of ['modules', 'operations', 'events', 'lifecycles', 'codeLists'] as const)
    expect(contract[noun], noun).toHaveLength(registry[noun].length);
  expect(contract.requirements).toHaveLength(registry.requirements.length);
});

test('an operation names its bodies and its requirements', () => {
  const operations = contract.operations as readonly { readonly name: string }[];
  expect(operations.find(({ name }) => name === 'cancel-waybill')).toMatchObject({
    operationId: 'cancelWaybill',
    request: 'WaybillCancellation',
    answer: { status: 200, body: 'WaybillCancellationResult' },
    requirements: expect.arrayContaining(['WBL-010']),
  });
});

/** As it is read from a file. */
const read: Contract = JSON.parse(JSON.stringify(contract));

test('the registry of a contract has that contract', () => {
  expect(JSON.stringify(toContract(fromContract(read)))).toBe(JSON.stringify(contract));
});

test('a body is the very schema of its name', () => {
  const again = fromContract(read);
  const { request, answer } = again.operations.find(({ name }) => name === 'list-waybills') ?? {};
  expect(request).toBeUndefined();
  expect(answer?.body).toBe(again.schemas.get('WaybillPage')?.schema);
  expect(isPage(answer?.body)).toBe(true);
});

test('what is a page is called so, and what has a place of its own is none', () => {
  const pages = [...registry.schemas.values()].filter(({ schema }) => isPage(schema));
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.map(({ name }) => name)).toEqual(
    [...registry.schemas.keys()].filter((name) => name.endsWith('Page') && name !== 'ReplayPage'),
  );
});

test.each([
  [
    'a body that is no schema of the contract',
    { ...read, schemas: {} },
    /names the schema \w+, which the contract lacks/,
  ],
  [
    'a requirement that is none of the contract',
    { ...read, requirements: [] },
    /names the requirement [A-Z]+-\d+, which the contract lacks/,
  ],
])('%s is named', (_title, broken, want) => {
  expect(() => fromContract(broken as Contract)).toThrow(want);
});

test('another version stands in every id, reference and example', () => {
  const text = JSON.stringify(withVersion(read, '1.2.0-draft.1'));
  expect(text).not.toContain(`/schemas/${VERSION}/`);
  expect(text).toContain('"$id":"https://openwaybill.org/schemas/1.2.0-draft.1/Money.json"');
  expect(text).toContain('"dataschema":"https://openwaybill.org/schemas/1.2.0-draft.1/');
  expect(withVersion(JSON.parse(text), VERSION)).toEqual(read);
});
