import { defineScenario, step, text } from '../scenario.ts';

/** Plaintext in every masked property of an order: refused, and nothing is stored. */
export const orderPlaintext = defineScenario({
  id: 'order-plaintext',
  title: text('Plaintext in an order', '订单中的明文'),
  system: 'courier',
  when: { offers: 'submitOrder' },
  tier: 'W',
  touches: ['ORD-002', 'PRV-007', 'DSC-014', 'DSC-021'],
  run: async function* (stage) {
    yield step('CALL', 'A masked order is taken', '脱敏订单被接受');
    const twin = await stage.call('submitOrder', { body: stage.invent.order(), intent: 'CONTROL' });
    const person = stage.person('consignee');
    const order = stage.invent.order();
    const { consignee } = order;
    const variants: readonly (readonly [string, object])[] = [
      ['plain-name', { contactMasked: { ...consignee.contactMasked, nameMasked: person.name } }],
      [
        'plain-phone',
        { contactMasked: { ...consignee.contactMasked, phoneMasked: person.mobile.slice(3) } },
      ],
      [
        'plain-unit',
        { addressMasked: { ...consignee.addressMasked, road: `${person.road}${person.unitRoom}` } },
      ],
      ['plain-member', { contactMasked: { ...consignee.contactMasked, name: person.name } }],
    ];
    for (const [probe, change] of variants) {
      yield step('CALL', 'The same with plaintext', '同一订单含明文');
      const { orderNo } = stage.invent.order();
      await stage.call('submitOrder', {
        body: { ...order, orderNo, consignee: { ...consignee, ...change } },
        probe,
        twinOf: twin.seq,
      });
      await stage.call('getOrder', { path: { orderNo }, probe: `${probe}-read` });
    }
  },
});
