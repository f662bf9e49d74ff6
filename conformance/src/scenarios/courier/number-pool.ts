import { answerOf } from '../../transcript/body.ts';
import { defineScenario, step, text } from '../scenario.ts';

const CALLERS = 32;

/** Numbers are reserved in parallel, bound, and never given twice. */
export const numberPool = defineScenario({
  id: 'number-pool',
  title: text('A pool of numbers', '号段预取'),
  system: 'courier',
  when: { offers: 'allocateWaybillNumbers' },
  tier: 'W',
  movesClock: true,
  touches: ['WBL-004', 'WBL-009', 'DSC-021', 'DSC-024'],
  run: async function* (stage) {
    const { carrierAccountId } = stage.invent.waybill({ orderNo: 'OW' });
    yield step('CALL', 'Thirty-two callers at once', '三十二路并发预取');
    const expiresAt = new Date((await stage.now()) + 3_600_000).toISOString();
    await stage.together(
      Array.from(
        { length: CALLERS },
        () => () =>
          stage.call('allocateWaybillNumbers', {
            body: { carrierAccountId, numberCount: 5, expiresAt },
            intent: 'PROBE',
            probe: 'allocate',
          }),
      ),
    );

    yield step('CALL', 'One of them is bound', '绑定其中一个');
    const order = await stage.prepare('order');
    if ('blocked' in order) return;
    const created = await stage.call('createWaybill', {
      body: {
        ...stage.invent.waybill({ orderNo: order.orderNo }),
        allocationMode: 'POOL',
      },
      intent: 'PROBE',
      probe: 'pool-bound',
    });

    yield step('ADVANCE', 'The others expire', '其余过期');
    const moved = await stage.advance('PT2H');
    if (moved !== undefined) return;
    const waybillNo = String(answerOf(created)?.waybillNo);
    await stage.call('cancelWaybill', {
      path: { waybillNo },
      body: { reason: 'BUYER_CANCELLED' },
      intent: 'PREPARE',
    });
    await stage.call('allocateWaybillNumbers', {
      body: { carrierAccountId, numberCount: 200 },
      intent: 'PROBE',
      probe: 'allocate-after-end',
    });
    const next = await stage.prepare('order');
    if ('blocked' in next) return;
    const control = await stage.call('createWaybill', {
      body: {
        ...stage.invent.waybill({ orderNo: next.orderNo }),
        allocationMode: 'SUPPLIED',
        waybillNo: `X-${stage.invent.orderNo()}`,
      },
      intent: 'CONTROL',
    });
    const third = await stage.prepare('order');
    if ('blocked' in third) return;
    await stage.call('createWaybill', {
      body: {
        ...stage.invent.waybill({ orderNo: third.orderNo }),
        allocationMode: 'SUPPLIED',
        waybillNo,
      },
      probe: 'number-supplied-again',
      twinOf: control.seq,
    });
  },
});
