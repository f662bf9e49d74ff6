import type { ModuleSuite } from '../../modules/suite.ts';
import { virtualNumberChecks } from './checks.ts';
import { virtualNumberFaults } from './faults.ts';
import { virtualEnds } from './virtual-ends.ts';
import { virtualOwners } from './virtual-owners.ts';
import { virtualTails } from './virtual-tails.ts';

/** Numbers that stand for others: their tails, their owners and their ends. */
export const virtualNumbersSuite: ModuleSuite = {
  scenarios: [virtualTails, virtualOwners, virtualEnds],
  checks: virtualNumberChecks,
  faults: virtualNumberFaults,
};
