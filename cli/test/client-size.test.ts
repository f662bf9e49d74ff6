import { gzipSync } from 'node:zlib';
import { generateClient } from '@openwaybill/client/generate';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

/** Bytes, minified and gzipped, of what a program of a platform takes from its client. */
const bytesOf = async (imported: string): Promise<number> => {
  const files = generateClient({ role: 'platform', language: 'ts' });
  const { outputFiles } = await build({
    stdin: { contents: `export { ${imported} } from './index.ts';`, resolveDir: '/', loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    plugins: [
      {
        name: 'generated',
        setup: (on) => {
          on.onResolve({ filter: /./ }, ({ path, importer }) => ({
            path: new URL(path, `file:///${importer}`).pathname.slice(1),
            namespace: 'generated',
            sideEffects: false,
          }));
          on.onLoad({ filter: /./ }, ({ path }) => ({
            contents: files.get(path) ?? '',
            loader: 'ts',
          }));
        },
      },
    ],
  });
  return gzipSync(outputFiles[0]?.contents ?? '').length;
};

test.each([
  ['every call', { given: 'connect', want: 12_000 }],
  ['the receiver of events', { given: 'createReceiver', want: 4_000 }],
  ['every adapter', { given: 'toNodeListener, toHono, toExpress, toFastify', want: 1_000 }],
  ['all of it', { given: 'connect, createReceiver, known, keysAt, Refused', want: 15_000 }],
])('%s stays small in a bundle', async (_title, { given, want }) => {
  const bytes = await bytesOf(given);
  expect(bytes).toBeGreaterThan(100);
  expect(bytes).toBeLessThan(want);
});
