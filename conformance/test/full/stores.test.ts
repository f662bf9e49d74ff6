import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

type Told = {
  readonly outcomes: readonly string[];
  readonly findings: readonly string[];
  readonly defects: readonly string[];
};

const run = promisify(execFile);
const SCRIPT = fileURLToPath(new URL('./check-on-store.ts', import.meta.url));
/** What comes of every requirement is some hundred kilobytes. */
const MOST_BYTES = 64 * 1024 * 1024;

const checked = async (role: string, store: string): Promise<Told> => {
  // a schema of its own each time, since the check of one run must not meet the orders of another
  const schema = `openwaybill_checked_${role}_${process.pid}`;
  const { stdout } = await run(
    process.execPath,
    ['--conditions=@openwaybill/source', SCRIPT, role, store, schema],
    { maxBuffer: MOST_BYTES },
  );
  return JSON.parse(stdout);
};

/** Three whole checks, of which PostgreSQL takes the longest. */
const timeout = 900_000;

test.each(['courier', 'platform'])(
  'a check of the %s ends alike on every store',
  { timeout },
  async (role) => {
    expect(process.env.OPENWAYBILL_POSTGRES_URL, 'it names no PostgreSQL server').toBeDefined();
    const memory = await checked(role, 'memory');
    expect(memory.outcomes.filter((one) => one.endsWith(' passed')).length).toBeGreaterThan(100);
    expect([memory.findings, memory.defects]).toEqual([[], []]);
    // two at a time, as there are cores
    const [sqlite, postgres] = await Promise.all([
      checked(role, 'sqlite'),
      checked(role, 'postgres'),
    ]);
    expect(sqlite).toEqual(memory);
    expect(postgres).toEqual(memory);
  },
);
