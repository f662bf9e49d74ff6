import { labelFormatOf } from '../../drive/prepare.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** A hundred packages, the greatest batch of the standard. */
const ITEMS = 100;

/** A whole batch of waybills in one request. */
export const waybillBatch = defineScenario({
  id: 'waybill-batch',
  title: text('A hundred waybills at once', '百单批量取号'),
  system: 'courier',
  when: { offers: 'createWaybillBatch' },
  tier: 'W',
  touches: ['WBL-016', 'DSC-021'],
  run: async function* (stage) {
    yield step('PREPARE', 'An order of a hundred packages', '一百件的订单');
    const order = stage.invent.order();
    const [item] = order.packages;
    if (item === undefined) return;
    const packages = Array.from({ length: ITEMS }, (_, index) => ({
      ...item,
      packageId: `P${index + 1}`,
    }));
    const made = await stage.prepare('order', { order: { ...order, packages } });
    if ('blocked' in made) return;
    yield step('CALL', 'Their waybills', '批量取号');
    await stage.call('createWaybillBatch', {
      body: {
        items: packages.map(({ packageId }) =>
          stage.invent.waybill({
            orderNo: made.orderNo,
            packageId,
            labelFormat: labelFormatOf(stage),
          }),
        ),
      },
      intent: 'PROBE',
      probe: 'waybills-100',
    });
  },
});
