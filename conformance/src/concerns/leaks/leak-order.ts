import { maskContact } from '@openwaybill/privacy';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { isAccepted } from '../../transcript/body.ts';

/** A person whom a courier knows by one masked form; it shows that form and no other. */
export const leakOrder = defineScenario({
  id: 'leak-order',
  title: text('What a courier shows of people', '快递企业展示的个人信息'),
  system: 'courier',
  when: { offers: 'submitOrder' },
  tier: 'W',
  touches: ['MSK-001', 'MSK-002', 'MSK-003', 'MSK-006', 'MSK-007'],
  run: async function* (stage) {
    yield step('CALL', 'An order for a masked person, read twice', '脱敏收件人的订单，读取两次');
    const person = stage.person('consignee');
    const base = stage.invent.order();
    const order = {
      ...base,
      consignee: { ...base.consignee, contactMasked: maskContact(person) },
    };
    const submitted = await stage.call('submitOrder', {
      body: order,
      intent: 'CONTROL',
      probe: 'mask-person',
    });
    if (!isAccepted(submitted)) return;
    for (const _ of [1, 2])
      await stage.call('getOrder', { path: { orderNo: order.orderNo }, probe: 'mask-again' });
    await stage.call('listOrders', { query: { limit: '200' }, probe: 'mask-list' });
  },
});
