import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Driver } from './stage.ts';

/** A driver that runs as a process: a line of JSON in, a line out. What it complains of ends the case. */
export const processDriver = (
  command: readonly [string, ...string[]],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Driver => {
  const [program, ...argv] = command;
  const child = spawn(program, argv, { cwd, env: { ...process.env, ...env } });
  const complaints: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => complaints.push(String(chunk)));
  const ended = new Promise<void>((resolve, reject) => {
    child.once('close', () => resolve());
    child.once('error', reject);
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    ask: async (line) => {
      child.stdin.write(`${JSON.stringify(line)}\n`);
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`${program} ended: ${complaints.join('')}`);
      return JSON.parse(value);
    },
    end: async () => {
      child.stdin.end();
      await ended;
      if (complaints.length > 0) throw new Error(`${program} said: ${complaints.join('')}`);
    },
  };
};
