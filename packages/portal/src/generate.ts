import { mkdir, writeFile } from 'node:fs/promises';
import { assets, validators } from './generate/bundle.ts';

const here = new URL('./generated/', import.meta.url);

await mkdir(here, { recursive: true });
const entries = Object.entries(await assets()).map(
  ([name, text]) => `  ${JSON.stringify(name)}: ${JSON.stringify(text)},\n`,
);
await writeFile(
  new URL('assets.ts', here),
  `/** What all pages share, by file name. */\nexport const ASSETS = {\n${entries.join('')}} as const;\n`,
);
await writeFile(new URL('validators.js', here), await validators());
