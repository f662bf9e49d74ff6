import { registry } from '@openwaybill/schemas';
import { behaviourFaults } from '../src/faults/behaviour/index.ts';
import { everyWireFault, wireFaults } from '../src/faults/wire/index.ts';
import { cleanOf } from '../src/prove/clean.ts';
import { proveFault } from '../src/prove/prove-fault.ts';
import { sampleOf } from '../src/prove/sample.ts';
import { check } from '../src/run.ts';
import { maker, type ReferenceRole, reference } from './reference.ts';

// proves the derived faults of a role: `node --conditions=@openwaybill/source test/prove-wire.ts <role> [--sample n] [id…]`
const [role = 'insurer', ...words] = process.argv.slice(2) as [ReferenceRole, ...string[]];
const at = words.indexOf('--sample');
const count = at < 0 ? Number.POSITIVE_INFINITY : Number(words[at + 1]);
const ids = words.filter((word) => word.includes(':'));
const faults =
  ids.length > 0
    ? [...everyWireFault(registry, role), ...wireFaults(registry, role), ...behaviourFaults(role)]
        .filter(({ id }) => ids.includes(id))
        .toReversed()
        .filter((fault, index, all) => all.findIndex(({ id }) => id === fault.id) === index)
    : sampleOf([...wireFaults(registry, role), ...behaviourFaults(role)], count, 1);

const clean = cleanOf(await check({ ...(await reference(role)), role }));
const sums = new Map<string, number>();
const began = performance.now();
for (const fault of faults) {
  const row = await proveFault(fault, {
    clean,
    maker,
    elapsed: () => performance.now(),
  });
  const word = `${row.judgement}${row.because === undefined ? '' : ` ${row.because}`}`;
  sums.set(word, (sums.get(word) ?? 0) + 1);
  if (row.judgement === 'KILLED' && ids.length === 0) continue;
  process.stdout.write(
    `${word} ${fault.id} fired ${row.fired} by ${row.scenarios.join(' ')}: failed ${row.failed.join(' ')}, wanted ${fault.violates.join(' ')}\n`,
  );
  for (const one of row.evidence)
    process.stdout.write(
      `  ${one.requirement} ${one.case} ${one.scenario} ${one.operation} ${one.pointer ?? ''}: wanted ${one.expected}, got ${one.actual}\n`,
    );
  if (row.crash !== undefined) process.stdout.write(`  ${row.crash}\n`);
}
process.stdout.write(
  `${role}: ${JSON.stringify(Object.fromEntries(sums))}, ${Math.round((performance.now() - began) / faults.length)} ms each\n`,
);
