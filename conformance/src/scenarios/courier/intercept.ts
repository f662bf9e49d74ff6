import { scan } from '../../drive/scan.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** Time within which a courier says what became of an interception. */
const RESOLUTION = 'P3D';

/** An interception is accepted and resolved once; a second while it is open is refused. */
export const intercept = defineScenario({
  id: 'intercept',
  title: text('A parcel is intercepted', '拦截包裹'),
  system: 'courier',
  when: { offers: 'interceptWaybill' },
  tier: 'C',
  needs: ['SCANS', 'CLOCK'],
  movesClock: true,
  touches: ['WBL-011', 'DSC-021', 'DSC-022', 'DSC-024', 'DSC-028'],
  run: async function* (stage) {
    await stage.prepare('subscription');
    const waybill = await stage.prepare('waybill', { status: 'ACTIVE' });
    if ('blocked' in waybill) return;
    const { waybillNo } = waybill;
    const body = { interceptType: 'RETURN_TO_SENDER', payer: 'SENDER', reason: 'BUYER_CANCELLED' };

    yield step('CALL', 'An interception, and a second one', '拦截及重复拦截');
    const first = await stage.call('interceptWaybill', {
      path: { waybillNo },
      body,
      intent: 'CONTROL',
      probe: 'intercept',
    });
    await stage.call('interceptWaybill', {
      path: { waybillNo },
      body,
      probe: 'intercept-second',
      twinOf: first.seq,
    });
    if (!isAccepted(first)) return;
    const interceptId = String(answerOf(first)?.interceptId);
    await stage.call('getIntercept', { path: { interceptId }, probe: 'intercept-read' });

    yield step('ADVANCE', 'The courier resolves it', '快递企业给出结果');
    await scan(stage, waybillNo, 'ARRIVED_HUB');
    await scan(stage, waybillNo, 'INTERCEPT_ACCEPTED');
    await scan(stage, waybillNo, 'RETURN_STARTED');
    await stage.settle();
    await stage.advance(RESOLUTION);
    await stage.call('getIntercept', { path: { interceptId }, probe: 'intercept-resolved' });
  },
});
