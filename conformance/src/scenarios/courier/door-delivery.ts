import { physicalRoute } from '../../drive/physical-route.ts';
import { scan } from '../../drive/scan.ts';
import { TEST_CARRIER } from '../../drive/test-carrier.ts';
import { isAccepted } from '../../transcript/body.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** From the question whether a lane is served to the proof of delivery: what every courier does all day. */
export const doorDelivery = defineScenario({
  id: 'door-delivery',
  title: text('A parcel to the door', '送货上门'),
  system: 'courier',
  when: { offers: 'submitOrder' },
  tier: 'W',
  touches: [
    'ORD-003',
    'ORD-005',
    'ORD-007',
    'ORD-010',
    'ORD-014',
    'ORD-015',
    'WBL-002',
    'WBL-008',
    'WBL-012',
    'WBL-013',
    'TRK-002',
    'TRK-014',
    'TRK-017',
    'DSC-003',
    'DSC-008',
    'DSC-012',
    'DSC-021',
    'DSC-022',
    'DSC-024',
    'DSC-026',
  ],
  run: async function* (stage) {
    yield step('PREPARE', 'A subscription to every event', '订阅全部事件');
    await stage.prepare('subscription');

    yield step('CALL', 'An order', '下单');
    const person = stage.person('remark');
    const order = stage.invent.order({ remark: person.note });
    await stage.call('submitOrder', {
      body: order,
      probe: 'door-order',
      intent: 'CONTROL',
    });
    await stage.call('getOrder', { path: { orderNo: order.orderNo }, probe: 'door-order-read' });
    await stage.call('listOrders', { query: { limit: '200' }, probe: 'door-orders' });

    yield step('CALL', 'A waybill, its label, and the print', '取号、面单与打印');
    const waybill = await stage.prepare('waybill', { order: stage.invent.order() });
    if ('blocked' in waybill) return;
    const { waybillNo, creation, orderNo } = waybill;
    const path = { waybillNo };
    const label = await stage.call('getWaybillLabel', {
      path,
      query: { format: creation.labelFormat },
      probe: 'label',
    });
    await stage.call('listWaybills', { query: { orderNo }, probe: 'door-waybills' });
    const print = { printedAt: new Date(await stage.now()).toISOString(), copyCount: 1 as const };
    if (isAccepted(label)) {
      await stage.call('confirmPrint', { path, body: print, probe: 'print', intent: 'CONTROL' });
      const again = await stage.call('confirmPrint', {
        path,
        body: { ...print, reprintReason: '卡纸' },
        probe: 'reprint-with-reason',
        intent: 'CONTROL',
      });
      await stage.call('confirmPrint', {
        path,
        body: print,
        probe: 'reprint-without-reason',
        twinOf: again.seq,
      });
    }

    // what was told of the order has arrived, and is held against what is read
    await stage.settle();
    await stage.call('getOrder', { path: { orderNo }, probe: 'door-order-bound' });

    yield step(
      'CALL',
      'Scans from the door of the shipper to the door of the consignee',
      '从揽收到签收的扫描',
    );
    if (!stage.offers('SCANS')) {
      stage.leaveOut(text('Scans', '扫描'), 'NO_FACILITY');
      return;
    }
    for (const eventCode of physicalRoute) {
      await scan(stage, waybillNo, eventCode, {}, 'door-scan');
      await stage.settle();
      if (eventCode === 'PICKED_UP')
        await stage.call('getOrder', { path: { orderNo }, probe: 'door-order-picked-up' });
    }
    const parcel = { carrierCode: TEST_CARRIER, waybillNo };
    await stage.call('getParcel', { path: parcel, probe: 'door-parcel' });
    await stage.call('listParcelEvents', { path: parcel, probe: 'door-events' });
    await stage.call('getOrder', { path: { orderNo }, probe: 'door-order-done' });
    await stage.call('getWaybill', { path, probe: 'door-waybill-done' });
    await stage.call('getProofOfDelivery', { path: parcel, probe: 'door-proof' });
    await stage.settle();
  },
});
