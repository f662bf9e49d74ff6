import { PRODUCTS } from '../../drive/products.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** Thirty minutes, unless otherwise agreed (ORD-005). */
const DECISION_TIME = 'PT30M';

/** What is pending is decided in time; a lane that is said to be served is not rejected afterwards. */
export const orderDecision = defineScenario({
  id: 'order-decision',
  title: text('Every order is decided', '每单均有决定'),
  system: 'courier',
  when: { offers: 'submitOrder' },
  tier: 'W',
  movesClock: true,
  touches: ['ORD-005', 'ORD-007', 'ORD-014', 'DSC-021', 'DSC-022'],
  run: async function* (stage) {
    await stage.prepare('subscription');
    yield step('CALL', 'Lanes are asked about, then ordered', '先询可达性，再下单');
    for (const weightGrams of [1_000, 200_000]) {
      const order = stage.invent.order();
      const { shipper, consignee, packages, service } = order;
      const origin = shipper.kind === 'ORGANISATION' ? shipper.pickupAddress?.region : undefined;
      if (origin === undefined) return;
      const { regionCode, regionCodeVersion } = consignee.addressMasked;
      await stage.call('checkServiceability', {
        body: {
          lanes: [
            {
              origin,
              destination: { countryCode: 'CN', regionCode, regionCodeVersion },
              product: service.product,
              weightGrams,
            },
          ],
        },
        intent: 'PROBE',
        probe: `lane-${weightGrams}`,
      });
      await stage.call('submitOrder', {
        body: { ...order, packages: packages.map((one) => ({ ...one, weightGrams })) },
        intent: 'PROBE',
        probe: `lane-order-${weightGrams}`,
      });
    }

    yield step('CALL', 'One order of every product', '每种产品各下一单');
    const pending: string[] = [];
    for (const product of PRODUCTS) {
      const submitted = await stage.call('submitOrder', {
        body: stage.invent.order({ service: { product } }),
        intent: 'PROBE',
        probe: 'product-order',
      });
      if (isAccepted(submitted) && answerOf(submitted)?.decision === 'PENDING')
        pending.push(String(answerOf(submitted)?.orderNo));
    }

    yield step('ADVANCE', 'The time for decisions goes by', '决定时限已过');
    if (pending.length === 0) return;
    const { orderDecision: agreed = DECISION_TIME } = stage.claim.supplement?.agreedTimes ?? {};
    const moved = await stage.advance(agreed);
    if (moved !== undefined) return stage.leaveOut(text('Waiting', '等待'), moved.blocked);
    for (const orderNo of pending)
      await stage.call('getOrder', { path: { orderNo }, probe: 'decided-order' });
  },
});
