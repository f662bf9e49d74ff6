import { isAccepted } from '../../transcript/body.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** The same order twice, equal and different; package ids that differ in case; a batch with one bad item, and again. */
export const orderNaturalKey = defineScenario({
  id: 'order-natural-key',
  title: text('The same order twice', '同一订单提交两次'),
  system: 'courier',
  when: { offers: 'submitOrder' },
  tier: 'W',
  touches: ['ORD-003', 'ORD-004', 'ORD-011', 'DSC-021', 'DSC-024'],
  run: async function* (stage) {
    yield step(
      'CALL',
      'An order, and the same again under another key',
      '提交订单，再以另一幂等键重复',
    );
    const order = stage.invent.order();
    const first = await stage.call('submitOrder', {
      body: order,
      probe: 'order-first',
      intent: 'CONTROL',
    });
    await stage.call('submitOrder', { body: order, probe: 'order-again-equal' });
    const path = { orderNo: order.orderNo };
    await stage.call('getOrder', { path, probe: 'order-before-duplicate' });

    yield step('CALL', 'The same number with other content', '同一单号不同内容');
    const [item] = order.packages;
    if (item === undefined) return;
    await stage.call('submitOrder', {
      body: { ...order, packages: [{ ...item, weightGrams: (item.weightGrams ?? 0) + 1 }] },
      probe: 'order-again-different',
      twinOf: first.seq,
    });
    await stage.call('getOrder', { path, probe: 'order-after-duplicate' });

    yield step('CALL', 'Package ids that differ in case only', '仅大小写不同的包裹号');
    const twin = await stage.call('submitOrder', {
      body: stage.invent.order({
        packages: [
          { ...item, packageId: 'a1' },
          { ...item, packageId: 'b1' },
        ],
      }),
      intent: 'CONTROL',
    });
    await stage.call('submitOrder', {
      body: stage.invent.order({
        packages: [
          { ...item, packageId: 'a1' },
          { ...item, packageId: 'A1' },
        ],
      }),
      probe: 'packages-case-folded',
      twinOf: twin.seq,
    });

    yield step('CALL', 'A batch with one bad item in the middle', '中间一项有误的批量');
    if (!isAccepted(twin)) return;
    const items = [stage.invent.order(), stage.invent.order(), stage.invent.order()];
    const wrong = { ...items[1], packages: [] };
    const idempotencyKey = stage.invent.uuid();
    const raw = JSON.stringify({ items: [items[0], wrong, items[2]] });
    for (const probe of ['batch-one-bad', 'batch-again'])
      await stage.call('submitOrderBatch', { raw, idempotencyKey, probe, intent: 'PROBE' });
  },
});
