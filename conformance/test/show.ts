import { check } from '../src/run.ts';
import { type ReferenceClass, type ReferenceRole, reference } from './reference.ts';

// `+signed-messages` beside the role: a reference that claims that class
const [named = 'courier', ...only] = process.argv.slice(2);
const [role = named, claims] = named.split('+');
const system = await reference(
  role as ReferenceRole,
  {},
  { isPrinting: true, claims: claims as ReferenceClass },
);
const began = performance.now();
const { result, transcript } = await check({
  ...system,
  role: role as ReferenceRole,
  ...(only.length === 0 ? {} : { only }),
});
const print = (line: string) => process.stdout.write(`${line}\n`);
for (const {
  requirement,
  case: id,
  expected,
  actual,
  at,
  pointer,
  operation,
  scenario,
} of result.findings)
  print(
    `FAILED ${requirement} ${id} @${at} ${scenario} ${operation}: wanted ${expected}, got ${actual} ${pointer ?? ''}`,
  );
for (const { id, outcome, reason, cases } of result.requirements)
  if (
    outcome !== 'passed' &&
    outcome !== 'failed' &&
    outcome !== 'inapplicable' &&
    reason !== 'EXCLUDED' &&
    reason !== 'NOT_SELECTED'
  )
    print(
      `${outcome} ${id} ${reason ?? ''} ${cases
        .filter(({ state, isObligatory }) => isObligatory && state !== 'held')
        .map((one) => `${one.id}:${one.reason}`)
        .join(' ')}`,
    );
const counts: Record<string, number> = {};
for (const { outcome } of result.requirements) counts[outcome] = (counts[outcome] ?? 0) + 1;
print(JSON.stringify(counts));
print(`harness ${JSON.stringify(result.harness)}`);
print(
  `defects ${system.defects
    .slice(0, 5)
    .map((one) => (one instanceof Error ? one.stack : String(one)))
    .join('\n')}`,
);
print(
  `${transcript.entries.length} entries, ${Math.round(performance.now() - began)} ms, exit ${result.exit}`,
);
const wanted = process.env.SHOW?.split(',').map(Number) ?? [];
for (const entry of transcript.entries)
  if (wanted.includes(entry.seq)) print(JSON.stringify(entry, undefined, 1).slice(0, 4000));
