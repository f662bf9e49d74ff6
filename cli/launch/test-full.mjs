import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fullSuites } from './suites.mjs';
import { build } from './turbo.mjs';
import { closing, runVitest } from './vitest.mjs';

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });

/** What the full suites need beyond Node, how it is found, and what to do when it is missing. */
const NEEDS = [
  {
    name: 'Chromium',
    found:
      process.env.OPENWAYBILL_CHROMIUM ??
      ['chromium', 'chromium-browser', 'google-chrome'].map(onPath).find(Boolean),
    repair: 'install the package chromium, or name a browser in OPENWAYBILL_CHROMIUM',
  },
  {
    name: 'PostgreSQL',
    found: process.env.OPENWAYBILL_POSTGRES_URL,
    repair: 'start a PostgreSQL server and name it in OPENWAYBILL_POSTGRES_URL',
  },
  {
    name: 'Python',
    found: process.env.OPENWAYBILL_PYTHON ?? onPath('python3'),
    repair:
      'install the packages python3 and python3-cryptography, or name a Python that has cryptography in OPENWAYBILL_PYTHON',
  },
  { name: 'Java', found: onPath('javac'), repair: 'install the package default-jdk-headless' },
  { name: 'Go', found: onPath('go'), repair: 'install the package golang-go' },
];

const missing = NEEDS.filter((need) => !need.found);
for (const { name, repair } of missing) console.error(`${name} is missing: ${repair}.`);
if (missing.length > 0) process.exit(1);

const built = await build('ignore');
if (built !== 0) process.exit(built);

const counts = await runVitest(
  [...fullSuites(), '--typecheck.enabled=false', ...process.argv.slice(2)],
  {
    OPENWAYBILL_BUILT: '1',
    OPENWAYBILL_FULL: '1',
    OPENWAYBILL_CHROMIUM: NEEDS[0].found,
  },
);
console.log(closing(counts));
process.exit(counts.failed === 0 ? 0 : 1);
