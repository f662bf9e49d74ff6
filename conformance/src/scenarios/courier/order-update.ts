import { scan } from '../../drive/scan.ts';
import { answerOf } from '../../transcript/body.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** A change of an order: without, with stale and with current `If-Match`; the consignee before and after pickup. */
export const orderUpdate = defineScenario({
  id: 'order-update',
  title: text('An order is changed', '修改订单'),
  system: 'courier',
  when: { offers: 'updateOrder' },
  tier: 'W',
  touches: ['ORD-006', 'ORD-008', 'DSC-021', 'DSC-024', 'DSC-026'],
  run: async function* (stage) {
    yield step('PREPARE', 'An accepted order', '已受理的订单');
    const made = await stage.prepare('order');
    if ('blocked' in made) return;
    const { orderNo, order, revision } = made;
    const path = { orderNo };
    // a remark is never read again, so that it alone need not raise the revision
    const remark = {
      remark: '请电话联系门卫',
      packages: order.packages.map((one) => ({ ...one, weightGrams: 4320 })),
    };

    yield step(
      'CALL',
      'With the current, a stale, and no revision',
      '使用当前、过期、缺失的版本号',
    );
    const twin = await stage.call('updateOrder', {
      path,
      body: remark,
      ifMatch: revision,
      intent: 'CONTROL',
      probe: 'update-current',
    });
    await stage.call('getOrder', { path, probe: 'update-before-refusals' });
    const change = { packages: order.packages.map((one) => ({ ...one, weightGrams: 4321 })) };
    await stage.call('updateOrder', {
      path,
      body: change,
      ifMatch: revision,
      probe: 'update-stale',
      twinOf: twin.seq,
    });
    await stage.call('updateOrder', {
      path,
      body: change,
      ifMatch: null,
      probe: 'update-without',
      twinOf: twin.seq,
    });
    const read = await stage.call('getOrder', { path, probe: 'update-after-refusals' });

    yield step('CALL', 'Two changes of one revision at once', '同一版本的两次并发修改');
    const now = answerOf(read)?.revision;
    await stage.together(
      [5001, 5002].map(
        (weightGrams) => () =>
          stage.call('updateOrder', {
            path,
            body: { packages: order.packages.map((one) => ({ ...one, weightGrams })) },
            ifMatch: now,
            intent: 'PROBE',
            probe: 'update-race',
          }),
      ),
    );

    yield step(
      'CALL',
      'Another consignee, before and after the first scan',
      '首次扫描前后更换收件人',
    );
    const waybill = await stage.prepare('waybill');
    if ('blocked' in waybill) return;
    const target = { orderNo: waybill.orderNo };
    const current = async () =>
      answerOf(await stage.call('getOrder', { path: target }))?.revision as number;
    const other = stage.invent.order().consignee;
    const before = await stage.call('updateOrder', {
      path: target,
      body: { consignee: other },
      ifMatch: await current(),
      intent: 'CONTROL',
      probe: 'consignee-before-scan',
    });
    if (!stage.offers('SCANS')) return;
    await scan(stage, waybill.waybillNo, 'PICKED_UP');
    await stage.settle();
    await stage.call('updateOrder', {
      path: target,
      body: { consignee: stage.invent.order().consignee },
      ifMatch: await current(),
      probe: 'consignee-after-scan',
      twinOf: before.seq,
    });
  },
});
