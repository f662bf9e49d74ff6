import { defineScenario, step, text } from '../scenario.ts';

/** A locker or a station instead of the door, with and without the consignee's consent. */
export const preferenceConsent = defineScenario({
  id: 'preference-consent',
  title: text('A locker needs consent', '投柜须经同意'),
  system: 'courier',
  when: { offers: 'submitOrder' },
  tier: 'W',
  touches: ['ORD-013', 'DSC-021'],
  run: async function* (stage) {
    for (const preference of ['LOCKER', 'SERVICE_POINT'] as const) {
      yield step('CALL', 'With consent, then without', '先有同意，再无同意');
      const twin = await stage.call('submitOrder', {
        body: stage.invent.order({
          deliveryPreferences: [{ preference, consentId: stage.invent.uuid() }],
        }),
        intent: 'CONTROL',
      });
      const order = stage.invent.order();
      await stage.call('submitOrder', {
        body: { ...order, deliveryPreferences: [{ preference }] },
        probe: `no-consent-${preference}`,
        twinOf: twin.seq,
      });
      await stage.call('getOrder', {
        path: { orderNo: order.orderNo },
        probe: `no-consent-${preference}-read`,
      });
    }
  },
});
