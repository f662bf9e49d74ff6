import type { ModuleSuite } from '../../modules/suite.ts';
import { auditLog } from './audit-log.ts';
import { auditChecks } from './checks.ts';
import { auditFaults } from './faults.ts';

/** The audit log: what it proves, and what it does not tell. */
export const auditSuite: ModuleSuite = {
  scenarios: [auditLog],
  checks: auditChecks,
  faults: auditFaults,
};
