import { join } from 'node:path';
import { build, ROOT, runNode } from './build.mjs';

const built = await build();
process.exit(
  built !== 0
    ? built
    : await runNode([join(ROOT, 'cli', 'bin', 'openwaybill.js'), 'demo', ...process.argv.slice(2)]),
);
