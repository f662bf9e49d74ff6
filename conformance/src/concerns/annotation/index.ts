import type { ModuleSuite } from '../../modules/suite.ts';
import { annotationChecks } from './checks.ts';
import { annotationFaults } from './faults.ts';
import { plainInput } from './plain-input.ts';

/** What members say of themselves, and what they take. */
export const annotationSuite: ModuleSuite = {
  scenarios: [plainInput],
  checks: annotationChecks,
  faults: annotationFaults,
};
