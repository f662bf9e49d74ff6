import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { isAccepted } from '../../transcript/body.ts';
import {
  demandOf,
  inventDay,
  inventIds,
  listMatches,
  offerOf,
  putDemand,
  putOffer,
  slotOn,
} from './market.ts';

/** The dear one is offered first, and there is less than is wanted. */
const PRICES = [45, 40];
const OFFERED = 50;
const WANTED = 60;

/** The same market on two days: two offers at two prices, and two demands. */
export const capacityVector = defineScenario({
  id: 'capacity-vector',
  title: text('The same market gives the same matches', '同一市场得到同一匹配'),
  system: 'hub',
  when: { offers: 'putCapacityOffer' },
  tier: 'C',
  needs: ['ACTIONS'],
  touches: ['CAP-005', 'DSC-021'],
  run: async function* (stage) {
    if (!stage.has('courier')) return;
    for (const probe of ['capacity-market-one', 'capacity-market-two']) {
      yield step('CALL', 'Two offers and two demands', '两项供给与两项需求');
      const dayOn = await inventDay(stage);
      const offers = inventIds(stage, PRICES.length);
      for (const [index, offerId] of offers.entries()) {
        const body = offerOf([slotOn(dayOn, OFFERED)], PRICES[index]);
        if (!isAccepted(await putOffer(stage, offerId, body, { probe: `${probe}-offer` }))) return;
      }
      for (const demandId of inventIds(stage, 2))
        await putDemand(stage, demandId, await demandOf(stage, dayOn, WANTED));
      await listMatches(stage, probe);
    }
  },
});
