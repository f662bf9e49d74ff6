import { exampleBody } from '../../drive/example.ts';
import type { ModuleSuite } from '../suite.ts';
import { capacityMatch } from './capacity-match.ts';
import { capacitySlots } from './capacity-slots.ts';
import { capacityVector } from './capacity-vector.ts';
import { capacityChecks } from './checks.ts';
import { capacityFaults } from './faults.ts';
import { demandOf, inventDay, offerOf, slotOn } from './market.ts';
import { matchWalk } from './match-walk.ts';

/** Slots that are updated, and matches that both sides accept before either is named. */
export const capacitySuite: ModuleSuite = {
  scenarios: [capacitySlots, capacityMatch, capacityVector],
  checks: capacityChecks,
  faults: capacityFaults,
  twins: {
    putCapacityOffer: async (stage) => ({
      as: 'courier',
      path: { offerId: stage.invent.uuid() },
      body: offerOf([slotOn(await inventDay(stage), 5)]),
    }),
    putCapacityDemand: async (stage) => ({
      path: { demandId: stage.invent.uuid() },
      body: await demandOf(stage, await inventDay(stage), 5),
    }),
    publishForecast: async () => ({ body: exampleBody('publishForecast') }),
  },
  walks: [matchWalk],
};
