// One bundle with splitting: each command loads what it needs. Before it stands an entry that answers what never changes,
// help above all, from texts that the program itself writes here.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { inspectorPage } from '../packages/mock/src/generate/inspector.ts';
import { validators } from '../packages/portal/src/generate/bundle.ts';
import { nodeIo } from './src/io.ts';
import { PREBUILT, prebuiltLines, prebuiltName } from './src/prebuilt.ts';
import { readSources } from './src/prove/sources.ts';
import { SOURCES_FILE } from './src/prove/sources-here.ts';
import { sourceDigest } from './src/source-digest.ts';
import { freeze } from './src/standard/frozen.ts';

const HERE = import.meta.dirname;
const OUT = join(HERE, 'dist', 'bundle');
const { version } = JSON.parse(readFileSync(join(HERE, 'package.json'), 'utf8'));

const COMMON = {
  outdir: OUT,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  conditions: ['@openwaybill/source'],
  packages: 'bundle',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
};

rmSync(OUT, { recursive: true, force: true });
await build({
  ...COMMON,
  entryPoints: ['openwaybill', 'main', 'prove/worker', 'standard/live'].map((name) =>
    join(HERE, 'src', `${name}.ts`),
  ),
  outbase: join(HERE, 'src'),
  splitting: true,
  // brought by the user who wants them, and loaded only then; the solver looks for its WebAssembly beside itself
  external: ['pg', '@redocly/cli', 'playwright-core', 'highs', 'recheck'],
  plugins: [
    {
      name: 'kept-standard',
      // the registry as it is now, as data: its definitions take much longer to run than to read
      setup: ({ onResolve }) => {
        onResolve({ filter: /\/standard\/standard\.ts$/ }, () => ({
          path: join(HERE, 'src', 'standard', 'kept.ts'),
        }));
      },
    },
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
});
await build({
  ...COMMON,
  entryPoints: [join(HERE, 'src', 'entry.ts')],
  external: ['./openwaybill.js'],
});

mkdirSync(join(OUT, 'pages'), { recursive: true });
writeFileSync(join(OUT, 'pages', 'inspector.html'), await inspectorPage());
mkdirSync(join(OUT, 'portal'), { recursive: true });
writeFileSync(join(OUT, 'portal', 'validators.js'), await validators());

const { registry } = await import(pathToFileURL(join(OUT, 'standard', 'live.js')).href);
writeFileSync(join(OUT, 'registry.jsonl'), freeze(registry));

writeFileSync(
  join(OUT, SOURCES_FILE),
  JSON.stringify(await readSources(join(HERE, '..'), nodeIo())),
);

const { main, programOf } = await import(pathToFileURL(join(OUT, 'main.js')).href);
for (const language of ['en', 'zh'])
  for (const line of prebuiltLines(programOf(nodeIo(), language, () => {}))) {
    const argv = [...line, '--lang', language];
    const path = join(OUT, PREBUILT, prebuiltName(argv, {}));
    const said = [];
    await main(argv, { ...nodeIo(), out: (text) => said.push(`${text}\n`) });
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, said.join(''));
  }

for (const folder of ['migration', 'networks', 'policy', 'real', 'scenarios', 'stories', 'worlds'])
  cpSync(join(HERE, '..', 'seeds', folder), join(OUT, 'seeds', folder), {
    recursive: true,
    force: true,
  });
for (const folder of ['sets', 'golden'])
  cpSync(join(HERE, '..', 'conformance', folder), join(OUT, folder), {
    recursive: true,
    force: true,
  });
