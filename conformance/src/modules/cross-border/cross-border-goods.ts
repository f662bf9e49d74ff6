import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { declarationOf, NOBODY } from './goods.ts';

/** Descriptions that say nothing, values next to nothing, and the number of an identity card. */
export const crossBorderGoods = defineScenario({
  id: 'cross-border-goods',
  title: text('Goods of a declaration, and no identity number', '申报商品与证件号'),
  system: 'customs-agent',
  when: { offers: 'submitDeclaration' },
  tier: 'W',
  touches: ['XBD-001', 'XBD-003', 'DSC-021', 'DSC-023', 'DSC-024'],
  run: async function* (stage) {
    yield step('CALL', 'Goods that nothing is odd about', '无异常的商品');
    const clear = await stage.call('submitDeclaration', {
      body: declarationOf(stage),
      probe: 'cross-border-clear',
    });

    yield step('CALL', 'Vague descriptions, and values of next to nothing', '含糊品名与异常价值');
    for (const description of ['礼品若干', 'parts'])
      await stage.call('submitDeclaration', {
        body: declarationOf(stage, { description }),
        probe: 'cross-border-vague',
      });
    for (const minor of [0, 1])
      await stage.call('submitDeclaration', {
        body: declarationOf(stage, { minor }),
        probe: 'cross-border-worthless',
      });

    yield step('CALL', 'An identity number in place of a payment', '以证件号充作支付单号');
    await stage.call('submitDeclaration', {
      body: { ...declarationOf(stage), paymentRef: NOBODY },
      intent: 'NEGATIVE',
      twinOf: clear.seq,
      probe: 'cross-border-identity',
    });
  },
});
