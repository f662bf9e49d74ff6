import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';

/** What must not outlive this process: a folder, and the program that works in it once it runs. */
export type Work = { readonly folder: string; child?: ChildProcess };

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

const works = new Set<Work>();

/** Ends a program with all processes that it started; what has ended is left alone. */
export const kill = (child: ChildProcess): void => {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  // where there are groups of processes, a detached program leads its own
  if (process.platform === 'win32') child.kill('SIGKILL');
  else process.kill(-child.pid, 'SIGKILL');
};

const endAll = (signal: NodeJS.Signals): void => {
  for (const { folder, child } of works) {
    if (child !== undefined) kill(child);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  for (const one of SIGNALS) process.off(one, endAll);
  process.kill(process.pid, signal);
};

/** From now on whoever ends us ends this work, too. */
export const begin = (work: Work): void => {
  if (works.size === 0) for (const signal of SIGNALS) process.on(signal, endAll);
  works.add(work);
};

/** The work is over, and has cleared up after itself. */
export const end = (work: Work): void => {
  works.delete(work);
  if (works.size === 0) for (const signal of SIGNALS) process.off(signal, endAll);
};
