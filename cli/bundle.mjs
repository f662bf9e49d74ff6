// One bundle with splitting: `--help` loads commander and nothing else, each command loads what it needs.
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { nodeIo } from './src/io.ts';
import { sourceDigest } from './src/source-digest.ts';

const HERE = import.meta.dirname;
const OUT = join(HERE, 'dist', 'bundle');
const { version } = JSON.parse(readFileSync(join(HERE, 'package.json'), 'utf8'));

rmSync(OUT, { recursive: true, force: true });
await build({
  entryPoints: [join(HERE, 'src', 'openwaybill.ts')],
  outdir: OUT,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  conditions: ['@openwaybill/source'],
  packages: 'bundle',
  // brought by the user who wants them, and loaded only then
  external: ['pg', '@redocly/cli', 'playwright-core'],
  plugins: [
    {
      name: 'no-executables',
      // commander loads it for commands that are programs of their own, which we have none of
      setup: ({ onResolve, onLoad }) => {
        onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
          importer.includes('commander') ? { path: 'none', namespace: 'none' } : undefined,
        );
        onLoad({ filter: /./, namespace: 'none' }, () => ({ contents: 'export default {}' }));
      },
    },
  ],
  define: {
    OPENWAYBILL_VERSION: JSON.stringify(version),
    OPENWAYBILL_SOURCES: JSON.stringify(await sourceDigest(join(HERE, '..'), nodeIo())),
  },
  // packages of the old kind call require
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
});
for (const folder of ['real', 'scenarios', 'worlds'])
  cpSync(join(HERE, '..', 'seeds', folder), join(OUT, 'seeds', folder), {
    recursive: true,
    force: true,
  });
