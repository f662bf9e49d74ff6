import { defineScenario, step, text } from '../scenario.ts';

const CROWDS = [2, 8, 32] as const;

/** One package, one number: repeated, at once, and with a second attempt. */
export const waybillNaturalKey = defineScenario({
  id: 'waybill-natural-key',
  title: text('One package, one number', '一件一号'),
  system: 'courier',
  when: { offers: 'createWaybill' },
  tier: 'W',
  touches: ['WBL-001', 'WBL-002', 'WBL-003', 'DSC-021', 'DSC-024'],
  run: async function* (stage) {
    yield step('CALL', 'The same creation under another key', '另一幂等键下的同一取号');
    const waybill = await stage.prepare('waybill');
    if ('blocked' in waybill) return;
    const { creation, waybillNo, exchange } = waybill;
    await stage.call('createWaybill', { body: creation, intent: 'PROBE', probe: 'waybill-again' });

    yield step(
      'CALL',
      'Attempt 2 beside attempt 1, and after its void',
      '首次尝试在用与作废后的第二次尝试',
    );
    const second = { ...creation, attempt: 2 };
    await stage.call('createWaybill', {
      body: second,
      probe: 'attempt-beside',
      twinOf: exchange.seq,
    });
    await stage.call('cancelWaybill', {
      path: { waybillNo },
      body: { reason: 'BUYER_CANCELLED' },
      intent: 'PREPARE',
    });
    await stage.call('createWaybill', {
      body: second,
      intent: 'CONTROL',
      probe: 'attempt-after-void',
    });

    yield step('CALL', 'Many at once', '并发取号');
    for (const crowd of Array.from({ length: stage.run.races }, () => CROWDS).flat()) {
      const order = await stage.prepare('order');
      if ('blocked' in order) return;
      const body = { ...creation, orderNo: order.orderNo };
      await stage.together(
        Array.from(
          { length: crowd },
          () => () =>
            stage.call('createWaybill', { body, intent: 'PROBE', probe: `race-${crowd}` }),
        ),
      );
    }
  },
});
