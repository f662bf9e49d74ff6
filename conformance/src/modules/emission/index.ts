import { exampleBody, freshBody } from '../../drive/example.ts';
import type { Identity } from '../../drive/identity.ts';
import type { Stage } from '../../drive/stage.ts';
import { walkFrom } from '../../models/walk-from.ts';
import type { ModuleSuite } from '../suite.ts';
import { emissionChecks } from './checks.ts';
import { emissionFleet } from './emission-fleet.ts';
import { emissionFaults } from './faults.ts';
import { footprint } from './footprint.ts';
import { legReport } from './leg-report.ts';

/** The runner is a courier at a regulator, and has one beside it at a hub. */
const courierAt = (stage: Stage): Identity => (stage.has('courier') ? 'courier' : 'runner');

/** Legs, what their parcels have of them, and what moves a fleet. */
export const emissionSuite: ModuleSuite = {
  scenarios: [footprint, legReport, emissionFleet],
  checks: emissionChecks,
  faults: emissionFaults,
  walks: [
    walkFrom({
      entity: 'transport-leg',
      role: 'courier',
      read: 'getTransportLeg',
      begin: { fact: 'ARRIVED' },
    }),
  ],
  twins: {
    reportTransportLeg: async (stage) => ({
      as: courierAt(stage),
      body: freshBody(stage, 'reportTransportLeg', 'legId'),
    }),
    reportFleetEnergy: async (stage) => ({
      as: courierAt(stage),
      body: exampleBody('reportFleetEnergy'),
    }),
    reportFacilityEnergy: async (stage) => ({
      as: courierAt(stage),
      body: exampleBody('reportFacilityEnergy'),
    }),
    submitMultimodalPlan: async (stage) => ({
      as: courierAt(stage),
      body: freshBody(stage, 'submitMultimodalPlan', 'planId'),
    }),
  },
};
