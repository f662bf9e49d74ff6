import type { ChargeSplit } from '@openwaybill/schemas';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';

const yuan = (minor: number) => ({ currency: 'CNY', minor });

/** Goods apart from the delivery, which is free for the buyer and costs what it costs. */
const CHARGES: ChargeSplit = {
  commodity: yuan(9900),
  express: yuan(600),
  vas: [],
  packaging: [],
  discounts: [{ scope: 'EXPRESS', amount: yuan(600) }],
  freeShipping: { applies: true, bearer: 'SELLER' },
  total: yuan(9900),
};

/** Charges that add up, then the same off by one minor unit either way. */
export const charges = defineScenario({
  id: 'pricing-charges',
  title: text('Charges of an order', '订单费用'),
  system: 'courier',
  when: { claims: 'pricing' },
  tier: 'W',
  touches: ['PRC-002', 'DSC-021'],
  run: async function* (stage) {
    yield step('CALL', 'An order whose charges add up', '费用相符的订单');
    const sound = await stage.call('submitOrder', {
      body: stage.invent.order({ charges: CHARGES }),
      intent: 'CONTROL',
      probe: 'pricing-charges-sound',
    });
    yield step('CALL', 'The same, off by one minor unit', '相差一个最小货币单位');
    for (const difference of [1, -1])
      await stage.call('submitOrder', {
        body: stage.invent.order({
          charges: { ...CHARGES, total: yuan(CHARGES.total.minor + difference) },
        }),
        twinOf: sound.seq,
        probe: 'pricing-charges-off',
      });
  },
});
