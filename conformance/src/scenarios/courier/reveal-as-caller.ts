import { registry } from '@openwaybill/schemas';
import { problem } from '../../drive/peer.ts';
import { act } from '../../drive/prepare.ts';
import { defineScenario, step, text } from '../scenario.ts';

const GRANT = Object.values(registry.schemas.get('RevealGrant')?.examples.valid ?? {})[0];
/** Milliseconds within which a driven request arrives. */
const SOON = 5_000;

/** The courier asks for a reveal; what it sends is looked at, and how it takes a refusal. */
export const revealAsCaller = defineScenario({
  id: 'reveal-as-caller',
  title: text('A courier asks for a reveal', '快递企业请求揭示'),
  system: 'courier',
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['CSN-016', 'DSC-023', 'DSC-025', 'DSC-032'],
  run: async function* (stage) {
    const waybill = await stage.prepare('waybill');
    if ('blocked' in waybill) return;
    const input = {
      consigneeRef: waybill.order.consignee.consigneeRef,
      waybillNo: waybill.waybillNo,
      purpose: 'FULFIL_DELIVER',
      fields: ['NAME', 'PHONE', 'ADDRESS'],
    };
    yield step('SERVE', 'The reveal is granted', '同意揭示');
    stage.serve('requestReveal', { status: 201, body: GRANT });
    const granted = await act(stage, 'REQUEST_REVEAL', input, 'reveal-granted');
    await stage.await({ operation: 'requestReveal', after: granted.seq - 1 }, SOON);
    await stage.settle();

    yield step('SERVE', 'The reveal is refused', '拒绝揭示');
    stage.serve('requestReveal', problem('PURPOSE_NOT_GRANTED'));
    const refused = await act(stage, 'REQUEST_REVEAL', input, 'reveal-refused');
    await stage.await({ operation: 'requestReveal', after: refused.seq - 1 }, SOON);
    await stage.settle();
  },
});
