import { faults } from '../src/faults/index.ts';
import { cleanOf } from '../src/prove/clean.ts';
import { proveFault } from '../src/prove/prove-fault.ts';
import { scenariosOf } from '../src/prove/selection.ts';
import { check } from '../src/run.ts';
import { maker, type ReferenceRole, reference } from './reference.ts';

// prints what one fault, or several, are caught by: `node --conditions=@openwaybill/source test/prove-one.ts <id>…`
for (const fault of faults.filter(({ id }) => process.argv.includes(id))) {
  const role = fault.role as ReferenceRole;
  const system = await reference(role, {}, { claims: fault.claims });
  const clean = cleanOf(await check({ ...system, role, only: scenariosOf(fault) }));
  const row = await proveFault(fault, {
    clean,
    maker,
    elapsed: () => performance.now(),
  });
  process.stdout.write(`${JSON.stringify(row, undefined, 1)}\n`);
}
