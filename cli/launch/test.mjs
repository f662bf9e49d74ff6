import { fullSuites } from './suites.mjs';
import { build } from './turbo.mjs';
import { closing, runVitest } from './vitest.mjs';

const built = await build('ignore');
if (built !== 0) process.exit(built);

const counts = await runVitest(process.argv.slice(2), { OPENWAYBILL_BUILT: '1' });
const leftOut = fullSuites();
if (leftOut.length > 0)
  console.log(
    `Left out, because they need more than Node (npm run test:full): ${leftOut.join(', ')}`,
  );
console.log(closing(counts));
process.exit(counts.failed === 0 ? 0 : 1);
