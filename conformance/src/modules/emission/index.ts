import { exampleBody, freshBody } from '../../drive/example.ts';
import type { ModuleSuite } from '../suite.ts';
import { emissionChecks } from './checks.ts';
import { emissionFaults } from './faults.ts';
import { footprint } from './footprint.ts';
import { legReport } from './leg-report.ts';

/** Legs, and what their parcels have of them. */
export const emissionSuite: ModuleSuite = {
  scenarios: [footprint, legReport],
  checks: emissionChecks,
  faults: emissionFaults,
  twins: {
    reportTransportLeg: async (stage) => ({
      body: freshBody(stage, 'reportTransportLeg', 'legId'),
    }),
    reportFleetEnergy: async () => ({ body: exampleBody('reportFleetEnergy') }),
    reportFacilityEnergy: async () => ({ body: exampleBody('reportFacilityEnergy') }),
    submitMultimodalPlan: async (stage) => ({
      body: freshBody(stage, 'submitMultimodalPlan', 'planId'),
    }),
  },
};
