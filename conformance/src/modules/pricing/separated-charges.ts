import { act } from '../../drive/prepare.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { isAccepted } from '../../transcript/body.ts';

/** Orders whose delivery the buyer pays, the seller and the platform. */
export const separatedCharges = defineScenario({
  id: 'pricing-separated-charges',
  title: text('The delivery has a price of its own', '快递单独计价'),
  system: 'platform',
  when: { claims: 'pricing' },
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['PRC-001', 'PRC-003', 'DSC-023'],
  run: async function* (stage) {
    for (const more of [
      { packClass: 'D_CONVENTIONAL' },
      { freeShippingBearer: 'SELLER' },
      { freeShippingBearer: 'PLATFORM', packClass: 'A_REUSABLE' },
    ]) {
      yield step('AWAIT', 'An order with its charges', '附费用的订单');
      const orderNo = stage.invent.orderNo();
      const input = { orderNo, consigneeSeed: orderNo, ...more };
      if (!isAccepted(await act(stage, 'SUBMIT_ORDER', input))) return;
      await stage.await({ operation: 'submitOrder' }, stage.run.maxWaitMilliseconds);
      await stage.settle();
    }
  },
});
