import { expect, test } from 'vitest';
import { registry, toContract } from '../src/index.ts';

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
