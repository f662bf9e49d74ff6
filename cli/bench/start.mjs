// Start of the command line beside bare Node, in turn: node cli/bench/start.mjs [rounds]
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const BIN = join(import.meta.dirname, '..', 'bin', 'openwaybill.js');
const ROUNDS = Number(process.argv[2] ?? 21);
const COMMANDS = {
  'bare node': ['-e', '0'],
  '--help': [BIN, '--help'],
  completion: [BIN, 'completion', 'bash'],
  'explain STATE_ILLEGAL': [BIN, 'explain', 'STATE_ILLEGAL'],
};

const times = Object.fromEntries(Object.keys(COMMANDS).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round++)
  for (const [name, args] of Object.entries(COMMANDS)) {
    const from = performance.now();
    const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
    if (status !== 0) throw new Error(`${name} ended with ${status}`);
    times[name].push(performance.now() - from);
  }
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const bare = median(times['bare node']);
for (const [name, values] of Object.entries(times))
  console.log(
    `${name.padEnd(24)} ${median(values).toFixed(1).padStart(7)} ms  ${(median(values) / bare).toFixed(2)}`,
  );
