import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

/** Nothing that we run reports home. */
export const QUIET_ENV = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  REDOCLY_TELEMETRY: 'off',
};

/** Runs a Node program to its end; resolves to its exit code. */
export const runNode = (args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: 'inherit',
      env: QUIET_ENV,
      ...options,
    });
    process.on('SIGINT', () => {});
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });

/** Generates and builds what changed. What a step prints is shown where it fails; `stdout` gets the summary. */
export const build = (stdout) =>
  runNode(
    [
      join(ROOT, 'node_modules', 'turbo', 'bin', 'turbo'),
      'run',
      'generate',
      'build',
      '--output-logs=errors-only',
      '--log-order=grouped',
    ],
    { stdio: ['ignore', stdout, 'inherit'] },
  );
