import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  NEXT_MINOR,
  registry,
  SERVED_VERSIONS,
  toContract,
  withVersion,
} from '@openwaybill/schemas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { quietIo, started } from './_systems.ts';

const LATER = `${NEXT_MINOR}.0-draft`;
let folder = '';
const at = (name: string): string => join(folder, name);

/** A release of this version, as far as a mock server reads it; from the next on an order says on which shelf it lies. */
const release = (version: string): void => {
  const contract = structuredClone(withVersion(toContract(registry), version));
  const order = contract.schemas.Order?.schema as { properties: Record<string, unknown> };
  if (version !== registry.version) order.properties.shelf = { type: 'boolean' };
  mkdirSync(at(version));
  writeFileSync(join(at(version), 'contract.json'), JSON.stringify(contract));
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'openwaybill-speak-'));
  for (const version of [registry.version, LATER, '2.0.0']) release(version);
  mkdirSync(at('empty'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a mock server speaks a later release', async () => {
  const { parties, stop } = await started('--speak', at(LATER), '--store', 'memory');
  const courier = parties.find(({ role }) => role === 'courier');
  const headers = { Authorization: `Bearer ${courier?.token}` };
  const got = async (path: string) => {
    const answer = await fetch(`${courier?.url}${path}`, { headers });
    return {
      version: answer.headers.get('OpenWaybill-Version'),
      body: (await answer.json()) as ReturnType<typeof JSON.parse>,
    };
  };
  const discovery = await got('/.well-known/openwaybill');
  const { body } = await got('/_mock/coverage');
  const page = await (await fetch(`${courier?.url}/_mock/`)).text();
  expect(await stop()).toBe(0);
  expect([discovery.version, discovery.body.specVersions]).toEqual([
    NEXT_MINOR,
    [...SERVED_VERSIONS, NEXT_MINOR],
  ]);
  const later = body.groups.find(({ kind }: { kind: string }) => kind === 'later');
  expect(later.items).toEqual([{ id: 'Order.shelf', group: 'members', count: 0 }]);
  expect(page).toContain(`"speaks":"${NEXT_MINOR}"`);
});

test.each([
  [
    'the version of the program',
    [registry.version],
    2,
    'a later minor of 1 is needed',
    '后续小版本',
  ],
  ['another major', ['2.0.0'], 2, '--speak is given release 2.0.0', '2.0.0'],
  ['a folder without a release', ['empty'], 2, 'contract.json', 'contract.json'],
  ['a run that is recorded', [LATER, '--record', 'run.json'], 2, 'no release', '--record'],
])('%s is not spoken', async (_title, [name = '', ...more], want, en, zh) => {
  for (const [language, said] of [
    ['en', en],
    ['zh', zh],
  ] as const) {
    const io = quietIo(Promise.resolve());
    const argv = ['mock', '--port', '0', '--speak', at(name), ...more, '--lang', language];
    expect([await main(argv, io), io.stderr.join('\n')]).toEqual([
      want,
      expect.stringContaining(said),
    ]);
  }
});
