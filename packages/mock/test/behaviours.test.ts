import { type CapabilityDocument, registry } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { behaviours } from '../src/behaviours/index.ts';
import { parametersWithoutWord } from '../src/engine/parameters.ts';
import { createTestMock } from '../src/testing.ts';

const ROLES = ['courier', 'platform'] as const;

test.each(ROLES)('every operation that a %s serves has a behaviour', (role) => {
  const served = registry.operations.filter(({ servedBy }) => servedBy.includes(role));
  expect(served.length).toBeGreaterThan(20);
  expect(served.filter(({ name }) => !(name in behaviours)).map(({ name }) => name)).toEqual([]);
});

test('every behaviour is one of an operation', () => {
  const names = new Set(registry.operations.map(({ name }) => name));
  expect(Object.keys(behaviours).filter((name) => !names.has(name))).toEqual([]);
});

test('every parameter of a path has a word', () => {
  expect(parametersWithoutWord(registry)).toEqual([]);
});

test.each(ROLES)('the document of a %s claims what it serves', async (role) => {
  const mock = await createTestMock({ role });
  const answer = await mock.fetch(new Request(`https://${role}.test/.well-known/openwaybill`));
  const { claims } = (await answer.json()) as CapabilityDocument;
  expect(claims.map((claim) => claim.conformanceClass)).toEqual(['core', 'test-control']);
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
