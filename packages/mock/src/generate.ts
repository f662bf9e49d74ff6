import { mkdir, writeFile } from 'node:fs/promises';
import { inspectorPage } from './generate/inspector.ts';

const here = new URL('./generated/', import.meta.url);

await mkdir(here, { recursive: true });
await writeFile(new URL('inspector.html', here), await inspectorPage());
