import { join } from 'node:path';
import { build, ROOT, runNode } from './turbo.mjs';

const built = await build('ignore');
process.exit(
  built !== 0
    ? built
    : await runNode([join(ROOT, 'cli', 'bin', 'openwaybill.js'), 'demo', ...process.argv.slice(2)]),
);
