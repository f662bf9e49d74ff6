import { MOVED_PARCELS } from '../../applicability.ts';
import { defineScenario, step, text } from '../scenario.ts';

const reason = { reason: 'BUYER_CANCELLED' };

/** Orders and waybills are cancelled, whole and in part, before and after the first scan. */
export const orderCancel = defineScenario({
  id: 'order-cancel',
  title: text('An order is cancelled', '取消订单'),
  system: 'courier',
  when: { offers: 'cancelOrder' },
  tier: 'W',
  touches: ['ORD-007', 'ORD-008', 'ORD-009', 'WBL-010', 'DSC-021', 'DSC-022', 'DSC-024'],
  run: async function* (stage) {
    await stage.prepare('subscription');
    yield step('CALL', 'Before anything was picked up', '揽收之前');
    const order = await stage.prepare('order');
    if ('blocked' in order) return;
    await stage.call('cancelOrder', {
      path: { orderNo: order.orderNo },
      body: reason,
      intent: 'CONTROL',
      probe: 'cancel-order-early',
    });
    await stage.call('getOrder', { path: { orderNo: order.orderNo }, probe: 'cancelled-order' });

    yield step('CALL', 'One package of two', '两件中的一件');
    const [item] = order.order.packages;
    if (item === undefined) return;
    const pair = await stage.prepare('order', {
      order: stage.invent.order({
        packages: [
          { ...item, packageId: 'P1' },
          { ...item, packageId: 'P2' },
        ],
      }),
    });
    if (!('blocked' in pair))
      await stage.call('cancelOrder', {
        path: { orderNo: pair.orderNo },
        body: { ...reason, packageIds: ['P2'] },
        intent: 'CONTROL',
        probe: 'cancel-package',
      });

    yield step('CALL', 'A waybill before pickup', '揽收前的运单');
    const early = await stage.prepare('waybill');
    if ('blocked' in early) return;
    const path = { waybillNo: early.waybillNo };
    await stage.call('cancelWaybill', {
      path,
      body: reason,
      intent: 'CONTROL',
      probe: 'void-early',
    });
    await stage.call('getWaybill', { path, probe: 'voided-waybill' });

    yield step('CALL', 'After the first scan', '首次扫描之后');
    if (!stage.offers(MOVED_PARCELS)) return;
    const late = await stage.prepare('parcel', { codes: ['PICKED_UP'] });
    if ('blocked' in late) return;
    await stage.call('cancelWaybill', {
      path: { waybillNo: late.waybillNo },
      body: reason,
      intent: 'PROBE',
      probe: 'void-late',
    });
    await stage.call('getWaybill', {
      path: { waybillNo: late.waybillNo },
      probe: 'waybill-after-void-late',
    });
    await stage.call('cancelOrder', {
      path: { orderNo: late.orderNo },
      body: reason,
      intent: 'PROBE',
      probe: 'cancel-order-late',
    });
    await stage.call('getOrder', {
      path: { orderNo: late.orderNo },
      probe: 'order-after-cancel-late',
    });
  },
});
