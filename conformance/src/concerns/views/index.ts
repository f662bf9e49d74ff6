import type { ModuleSuite } from '../../modules/suite.ts';
import { viewChecks } from './checks.ts';
import { viewFaults } from './faults.ts';
import { viewsByRole } from './views-by-role.ts';
import { viewsLastMile } from './views-last-mile.ts';
import { viewsOfMerchant } from './views-of-merchant.ts';

/** Who sees what of a consignee, and when. */
export const viewsSuite: ModuleSuite = {
  scenarios: [viewsByRole, viewsLastMile, viewsOfMerchant],
  checks: viewChecks,
  faults: viewFaults,
};
