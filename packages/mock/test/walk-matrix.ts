import { tableOf, walkMatrix } from './matrix-walk.ts';

// prints every cell of the policy as the platform answers it: `node --conditions=@openwaybill/source test/walk-matrix.ts`
const walked = await walkMatrix(() => true);
const findings = walked.filter(({ want, got }) => want !== got);
process.stdout.write(`${tableOf(walked)}\n`);
for (const { viewer, column, purpose, want, got } of findings)
  process.stdout.write(`${viewer} ${column} ${purpose}: wanted ${want}, got ${got}\n`);
process.stdout.write(
  `${walked.filter(({ purpose }) => purpose !== '').length} cells, ${findings.length} findings\n`,
);
process.exitCode = findings.length === 0 ? 0 : 1;
