import { type CapabilityDocument, type Role, registry, SERVING_ROLES } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { behaviourOf } from '../src/behaviours/behaviour-of.ts';
import { behaviours } from '../src/behaviours/index.ts';
import { parametersWithoutWord } from '../src/engine/parameters.ts';
import { moduleOperations, modules } from '../src/modules/index.ts';
import { createTestMock } from '../src/testing.ts';

test('every operation has a behaviour', () => {
  expect(
    registry.operations.filter((one) => behaviourOf(one) === undefined).map(({ name }) => name),
  ).toEqual([]);
});

test('every behaviour is one of an operation', () => {
  const names = new Set(registry.operations.map(({ name }) => name));
  expect(
    [...Object.keys(behaviours), ...Object.keys(moduleOperations)].filter(
      (name) => !names.has(name),
    ),
  ).toEqual([]);
});

test('every call of ours is one of an operation', () => {
  const names = new Set(registry.operations.map(({ name }) => name));
  const called = Object.values(modules).flatMap(({ calls }) => Object.keys(calls ?? {}));
  expect(called.filter((name) => !names.has(name))).toEqual([]);
});

test('every parameter of a path has a word', () => {
  expect(parametersWithoutWord(registry)).toEqual([]);
});

/** Modules that bind a role by its own calls alone. */
const CALLED: Readonly<Partial<Record<Role, readonly string[]>>> = {
  platform: ['pricing', 'warehouse', 'cross-border'],
  courier: ['vehicle'],
};

test.each(SERVING_ROLES)('the document of a %s claims what binds it', async (role) => {
  const mock = await createTestMock({ role });
  const answer = await mock.fetch(new Request(`https://${role}.test/.well-known/openwaybill`));
  const { claims } = (await answer.json()) as CapabilityDocument;
  const further = registry.operations
    .filter(({ servedBy, class: own }) => servedBy.includes(role) && own === undefined)
    .map(({ module }) => registry.modules.find(({ name }) => name === module)?.conformanceClass);
  expect(claims.map((claim) => claim.conformanceClass)).toEqual(
    [...new Set([...further, ...(CALLED[role] ?? []), 'core', 'test-control'])].sort(),
  );
});

test('a production has no test control, with a token or without', async () => {
  const mock = await createTestMock({ environment: 'PRODUCTION' });
  const [token] = mock.developmentTokens.values();
  for (const headers of [{}, { Authorization: `Bearer ${token}` }]) {
    const path = 'https://courier.test/v1/test-controls';
    const answer = await mock.fetch(new Request(path, { headers }));
    expect([answer.status, answer.headers.get('OpenWaybill-Sandbox')]).toEqual([404, null]);
  }
  const document = await mock.fetch(new Request('https://courier.test/.well-known/openwaybill'));
  expect(((await document.json()) as CapabilityDocument).testControl).toBeUndefined();
});
