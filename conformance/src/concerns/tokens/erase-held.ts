import { holds } from '../../applicability.ts';
import type { Stage } from '../../drive/stage.ts';
import { delivered, returnOf } from '../../modules/returns/return-body.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';

const DAY = 86_400_000;
const HOLDERS = ['courier', 'service-point', 'locker', 'warehouse', 'hub'] as const;

/** What a receiver holds under a reference is erased at the platform's request; numbers stay taken. */
export const eraseHeld = defineScenario({
  id: 'erase-held',
  title: text('What is held under a reference is erased', '删除引用项下数据'),
  system: HOLDERS,
  when: { offers: 'requestErasure' },
  tier: 'C',
  touches: ['RET-002'],
  run: async function* (stage) {
    const isCourier = stage.claim.role === 'courier';
    yield step('PREPARE', 'Something under a reference', '引用项下的数据');
    const order = isCourier ? await stage.prepare('order') : undefined;
    if (order !== undefined && 'blocked' in order) return;
    if (order !== undefined)
      await stage.call('cancelOrder', {
        path: { orderNo: order.orderNo },
        body: { reason: 'BUYER_CANCELLED' },
        intent: 'PREPARE',
      });
    const consigneeRef = order?.order.consignee.consigneeRef ?? stage.invent.consigneeRef();

    yield step('CALL', 'The erasure, and its receipt', '删除请求与凭据');
    const requested = await stage.call('requestErasure', {
      body: {
        consigneeRefs: [consigneeRef],
        basis: 'CONSIGNEE_REQUEST',
        deadlineAt: new Date((await stage.now()) + 10 * DAY).toISOString(),
      },
      intent: 'CONTROL',
      probe: 'held-requested',
    });
    if (!isAccepted(requested)) return;
    const erasureId = String(answerOf(requested)?.erasureId);
    if (answerOf(requested)?.state !== 'COMPLETED') await stage.advance('P11D');
    await stage.call('getErasure', { path: { erasureId }, probe: 'held-receipt' });
    if (order === undefined) return;

    yield step('CALL', 'The order, beside one that never was', '该订单与从未存在的订单');
    for (const [orderNo, probe] of [
      [order.orderNo, 'held-after'],
      [stage.invent.orderNo(), 'held-unknown'],
    ] as const)
      await stage.call('getOrder', { path: { orderNo }, intent: 'PROBE', probe });
    await stage.call('submitOrder', { body: order.order, intent: 'PROBE', probe: 'held-number' });
  },
});

/** A return that came to its end at once, by its number. */
const cancelledReturn = async (
  stage: Stage,
  parcel: Parameters<typeof returnOf>[1],
): Promise<string | undefined> => {
  const made = await stage.call('authoriseReturn', {
    body: await returnOf(stage, parcel),
    intent: 'PREPARE',
  });
  if (!isAccepted(made)) return undefined;
  const rmaNo = String(answerOf(made)?.rmaNo);
  await stage.call('cancelReturn', {
    path: { rmaNo },
    body: { reason: 'BUYER_CANCELLED' },
    intent: 'PREPARE',
  });
  return rmaNo;
};

/** An order whose time is over, at the courier that carried it. */
export const orderRetention = defineScenario({
  id: 'order-retention',
  title: text('An order is kept as long as a claim may come', '订单按理赔期保存'),
  system: 'courier',
  when: { offers: 'getOrder' },
  tier: 'C',
  needs: ['SCANS', 'CLOCK'],
  movesClock: true,
  touches: ['RET-001'],
  run: async function* (stage) {
    yield step('PREPARE', 'A parcel that is delivered', '已签收的包裹');
    const parcel = await delivered(stage);
    if (parcel === undefined) return;
    const { waybillNo, order } = parcel;
    const { orderNo } = order;
    await stage.call('getOrder', { path: { orderNo }, intent: 'CONTROL', probe: 'kept-before' });
    const rmaNo = holds({ offers: 'authoriseReturn' }, stage.claim)
      ? await cancelledReturn(stage, parcel)
      : undefined;
    if (rmaNo !== undefined)
      await stage.call('getReturn', {
        path: { rmaNo },
        intent: 'CONTROL',
        probe: 'return-kept-before',
      });

    yield step('ADVANCE', 'A hundred and eighty-eight days later', '一百八十八日之后');
    const over = await stage.advance('P188D');
    if (over !== undefined) return;
    await stage.settle();
    await stage.call('getOrder', { path: { orderNo }, intent: 'PROBE', probe: 'kept-after' });
    await stage.call('getWaybill', { path: { waybillNo }, intent: 'PROBE', probe: 'kept-after' });
    if (rmaNo !== undefined)
      await stage.call('getReturn', {
        path: { rmaNo },
        intent: 'PROBE',
        probe: 'return-kept-after',
      });
  },
});
