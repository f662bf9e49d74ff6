import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { exportsByModule, registry } from '@openwaybill/schemas';

const here = new URL('./generated/', import.meta.url);
const entries = await readdir(new URL('./modules/', import.meta.url));

await mkdir(here, { recursive: true });
await writeFile(
  new URL('modules.ts', here),
  exportsByModule(
    registry.modules,
    entries.filter((entry) => entry !== 'index.ts' && entry !== 'suite.ts'),
    { from: '../modules', ending: 'Suite' },
  ),
);
