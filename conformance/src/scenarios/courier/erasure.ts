import { answerOf, isAccepted } from '../../transcript/body.ts';
import { defineScenario, step, text } from '../scenario.ts';

const DAY = 86_400_000;

/** A person is forgotten: after the receipt no read shows anything of the reference. */
export const erasure = defineScenario({
  id: 'erasure',
  title: text('A person is forgotten', '删除个人信息'),
  system: 'courier',
  when: { offers: 'requestErasure' },
  tier: 'W',
  movesClock: true,
  touches: ['CSN-014', 'DSC-021', 'DSC-022', 'DSC-024'],
  run: async function* (stage) {
    await stage.prepare('subscription');
    const prepared = await stage.prepare('order');
    if ('blocked' in prepared) return;
    const { orderNo, order } = prepared;
    const { consigneeRef } = order.consignee;
    const path = { orderNo };
    await stage.call('cancelOrder', {
      path,
      body: { reason: 'BUYER_CANCELLED' },
      intent: 'PREPARE',
    });
    await stage.call('getOrder', { path, probe: 'before-erasure' });

    yield step('CALL', 'The erasure, and its receipt', '删除请求与回执');
    const requested = await stage.call('requestErasure', {
      body: {
        consigneeRefs: [consigneeRef],
        basis: 'CONSIGNEE_REQUEST',
        deadlineAt: new Date((await stage.now()) + 10 * DAY).toISOString(),
      },
      intent: 'CONTROL',
      probe: 'erasure',
    });
    if (!isAccepted(requested)) return;
    const erasureId = String(answerOf(requested)?.erasureId);
    if (answerOf(requested)?.state !== 'COMPLETED') await stage.advance('P11D');
    await stage.call('getErasure', { path: { erasureId }, probe: 'erasure-receipt' });

    yield step('CALL', 'Every surface is read', '读取全部接口');
    await stage.call('getOrder', { path, probe: 'after-erasure' });
    await stage.call('listOrders', { query: { limit: '200' }, probe: 'list-after-erasure' });
    await stage.call('listWaybills', { query: { orderNo }, probe: 'list-after-erasure' });
  },
});
