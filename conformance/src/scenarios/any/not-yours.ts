import { subscriptionBody } from '../../drive/subscription-body.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** What another organisation has, and what nobody has, answer alike. */
export const notYours = defineScenario({
  id: 'not-yours',
  title: text('Not yours is not found', '他方资源等同不存在'),
  system: 'any',
  when: { offers: 'createEventSubscription' },
  tier: 'W',
  touches: ['DSC-015', 'DSC-021'],
  run: async function* (stage) {
    if (!stage.has('second')) {
      stage.leaveOut(text('A second organisation', '第二单位'), 'NO_FACILITY');
      return;
    }
    yield step('CALL', 'A subscription of ours, read by another', '他方读取我方订阅');
    const body = subscriptionBody(stage);
    const { subscriptionId } = body;
    await stage.call('createEventSubscription', { body, intent: 'PREPARE' });
    await stage.call('getEventSubscription', { path: { subscriptionId }, probe: 'mine' });
    await stage.callAs('second', 'getEventSubscription', {
      path: { subscriptionId },
      intent: 'PROBE',
      probe: 'foreign-subscription',
    });
    await stage.callAs('second', 'getEventSubscription', {
      path: { subscriptionId: stage.invent.uuid() },
      intent: 'PROBE',
      probe: 'unknown-subscription',
    });

    if (stage.claim.role !== 'courier') return;
    yield step('CALL', 'An order and a waybill of ours, read by another', '他方读取我方订单与运单');
    const waybill = await stage.prepare('waybill');
    if ('blocked' in waybill) return;
    const probes = [
      ['getOrder', { orderNo: waybill.orderNo }, { orderNo: stage.invent.orderNo() }],
      ['getWaybill', { waybillNo: waybill.waybillNo }, { waybillNo: 'ZZ9999999998' }],
    ] as const;
    for (const [operation, foreign, unknown] of probes) {
      await stage.callAs('second', operation, {
        path: foreign,
        intent: 'PROBE',
        probe: `foreign-${operation}`,
      });
      await stage.callAs('second', operation, {
        path: unknown,
        intent: 'PROBE',
        probe: `unknown-${operation}`,
      });
    }
  },
});
