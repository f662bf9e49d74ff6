import { expect, test } from 'vitest';
import { browserBundle } from './browser-bundle.ts';

/** Loaded by a hub alone, when it matches capacity. */
const SOLVER = 'highs';

const ENTRIES = ['@openwaybill/mock', '@openwaybill/mock/msw', '@openwaybill/mock/testing'];

test.each(ENTRIES)('%s is whole in a browser, without a module of Node', async (entry) => {
  const { metafile, warnings } = await browserBundle(`export * from '${entry}';`);
  const inputs = Object.entries(metafile.inputs);
  // a module of Node fails the build, an import that is left open stands in the list
  const open = inputs.flatMap(([, { imports }]) => imports.filter(({ external }) => external));
  expect([...new Set(open.map(({ path }) => path))].filter((path) => path !== SOLVER)).toEqual([]);
  expect(inputs.map(([path]) => path).filter((path) => /\/(kysely|pg|hono)\//.test(path))).toEqual(
    [],
  );
  expect(warnings).toEqual([]);
});

test('the entry for Node cannot be built for a browser', async () => {
  const node = browserBundle("export * from '@openwaybill/mock/node';");
  await expect(node).rejects.toThrow('Could not resolve "node:');
});
