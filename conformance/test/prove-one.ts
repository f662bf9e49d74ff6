import { faults } from '../src/faults/index.ts';
import { check } from '../src/run.ts';
import { scenarios } from '../src/scenarios/index.ts';
import { isFor } from '../src/scenarios/scenario.ts';
import { type ReferenceRole, reference } from './reference.ts';

// prints what one fault, or several, are caught by: `node --conditions=@openwaybill/source test/prove-one.ts <id>…`
for (const fault of faults.filter(({ id }) => process.argv.includes(id))) {
  const role = fault.role as ReferenceRole;
  const system = await reference(role, fault.bend, { claims: fault.claims });
  const touching = scenarios
    .filter((one) => isFor(one, role) && fault.violates.some((id) => one.touches.includes(id)))
    .map(({ id }) => id)
    .slice(0, 8);
  const { result } = await check({
    ...system,
    role,
    only: ['discovery', role === 'courier' ? 'door-delivery' : 'agreement-life', ...touching],
    negatives: 2,
  });
  process.stdout.write(
    `${fault.id}: fired ${system.fired()}, wanted ${fault.violates.join(' ')}\n`,
  );
  for (const { requirement, case: id, at, expected, actual, pointer } of result.findings)
    process.stdout.write(
      `  ${requirement} ${id} @${at}: wanted ${expected}, got ${actual} ${pointer ?? ''}\n`,
    );
  for (const defect of system.defects.slice(0, 1))
    process.stdout.write(`  defect ${defect instanceof Error ? defect.stack : defect}\n`);
}
