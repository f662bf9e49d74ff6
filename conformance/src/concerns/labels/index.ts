import type { ModuleSuite } from '../../modules/suite.ts';
import { handover, realNameAttestation } from './attestation.ts';
import { labelChecks } from './checks.ts';
import { labelFaults } from './faults.ts';
import { labelDegraded, labelPrivacy } from './label-privacy.ts';

/** Labels, and what else a waybill tells: what is printed, encoded, attested and handed over. */
export const labelSuite: ModuleSuite = {
  scenarios: [labelPrivacy, labelDegraded, realNameAttestation, handover],
  checks: labelChecks,
  faults: labelFaults,
};
