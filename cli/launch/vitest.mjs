import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QUIET_ENV, ROOT, runNode } from './turbo.mjs';

/**
 * Runs vitest over all rooms and counts from its own report. A skipped test counts as failed: what did not run is not
 * known to work. Resolves to the counts and the exit code.
 */
export async function runVitest(args, environment = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'openwaybill-test-'));
  const file = join(folder, 'report.json');
  try {
    const exit = await runNode(
      [
        join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
        ...args,
      ],
      { env: { ...QUIET_ENV, ...environment } },
    );
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const skipped = report.numPendingTests + report.numTodoTests;
    if (skipped > 0) console.error(`${skipped} tests were skipped, which counts as failed`);
    const failed = report.numFailedTests + skipped;
    return {
      passed: report.numPassedTests,
      // an error outside of any test fails the run without a failed test
      failed: exit !== 0 && failed === 0 ? 1 : failed,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The one line that ends every test command. */
export const closing = ({ passed, failed }) => `${passed} passed, ${failed} failed`;
