import type { ModuleSuite } from '../../modules/suite.ts';
import { leakChecks } from './checks.ts';
import { leakFaults } from './faults.ts';
import { leakEverywhere } from './leak-everywhere.ts';
import { leakMasks } from './leak-masks.ts';
import { leakOrder } from './leak-order.ts';

/** People in every form, looked for in all that a system says. */
export const leaksSuite: ModuleSuite = {
  scenarios: [leakEverywhere, leakMasks, leakOrder],
  checks: leakChecks,
  faults: leakFaults,
};
