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
  'list modules': [BIN, 'list', 'modules'],
  'validate --message Money': [BIN, 'validate', '-', '--message', 'Money'],
};
const MONEY = '{"currency":"CNY","minor":1250}';

const times = Object.fromEntries(Object.keys(COMMANDS).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round++)
  for (const [name, args] of Object.entries(COMMANDS)) {
    const from = performance.now();
    const { status } = spawnSync(process.execPath, args, {
      input: MONEY,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    if (status !== 0) throw new Error(`${name} ended with ${status}`);
    times[name].push(performance.now() - from);
  }
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const bare = times['bare node'];
console.log(`${''.padEnd(24)}  median  to bare     least  to bare`);
for (const [name, values] of Object.entries(times)) {
  const cells = [median, (all) => Math.min(...all)].map(
    (of) => `${of(values).toFixed(1).padStart(7)} ms  ${(of(values) / of(bare)).toFixed(2)}`,
  );
  console.log(`${name.padEnd(24)} ${cells.join('  ')}`);
}
