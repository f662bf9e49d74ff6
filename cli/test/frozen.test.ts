import { registry } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { freeze, thaw } from '../src/standard/frozen.ts';

/** As data, without the examples of operations and events, which stand with their schemas. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, one) =>
      one?.noun === 'operation' || one?.noun === 'event' ? { ...one, examples: {} } : one,
    ),
  );
const kept = thaw(new TextEncoder().encode(freeze(registry)));

test.each([
  'version',
  'modules',
  'operations',
  'events',
  'lifecycles',
  'codeLists',
  'requirements',
  'problems',
] as const)('what is kept of %s is what the definitions say', (part) => {
  expect(plain(kept[part])).toEqual(plain(registry[part]));
});

test('what is kept of schemas is what the definitions say', () => {
  expect(plain([...kept.schemas])).toEqual(plain([...registry.schemas]));
  expect([...kept.schemas.keys()]).toEqual([...registry.schemas.keys()]);
  expect(kept.schemas.size).toBe(registry.schemas.size);
  expect(kept.schemas.has('Nothing')).toBe(false);
  expect(kept.schemas.get('Nothing')).toBeUndefined();
  const visited: string[] = [];
  kept.schemas.forEach(({ name }, key) => {
    visited.push(name === key ? key : `${key} is ${name}`);
  });
  expect(visited).toEqual([...registry.schemas.keys()]);
});

test('a body of an operation is the schema of that name, not one like it', () => {
  const cancel = kept.operations.find(({ name }) => name === 'cancel-waybill');
  expect(cancel?.request).toBe(kept.schemas.get('WaybillCancellation')?.schema);
  expect(cancel?.answer.body).toBe(kept.schemas.get('WaybillCancellationResult')?.schema);
  const told = kept.events.find(({ data }) => data.$id?.endsWith('/AgreementStatusChange.json'));
  expect(told?.data).toBe(kept.schemas.get('AgreementStatusChange')?.schema);
});
