import { registry } from '@openwaybill/schemas';
import { problem } from '../../drive/peer.ts';
import { act } from '../../drive/prepare.ts';
import { defineScenario, step, text } from '../scenario.ts';

const GRANT = Object.values(registry.schemas.get('RevealGrant')?.examples.valid ?? {})[0];
const SECONDS = '2';

/** The platform has no time for a reveal; the courier waits before it asks again. */
export const revealRetries = defineScenario({
  id: 'reveal-retries',
  title: text('A reveal that has to wait', '须等待的揭示'),
  system: 'courier',
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['DSC-030'],
  run: async function* (stage) {
    const waybill = await stage.prepare('waybill');
    if ('blocked' in waybill) return;
    yield step('SERVE', 'First too many requests, then a grant', '先限流，后准予');
    stage.serve('requestReveal', problem('RATE_LIMITED', {}, { 'Retry-After': SECONDS }), {
      status: 201,
      body: GRANT,
    });
    await act(
      stage,
      'REQUEST_REVEAL',
      {
        consigneeRef: waybill.order.consignee.consigneeRef,
        waybillNo: waybill.waybillNo,
        purpose: 'FULFIL_DELIVER',
        fields: ['NAME', 'PHONE', 'ADDRESS'],
      },
      'reveal-limited',
    );
    await stage.await(
      {
        operation: 'requestReveal',
        matches: ({ scenario, response }) =>
          scenario === 'reveal-retries' && response?.status === 201,
      },
      stage.run.maxWaitMilliseconds,
    );
    await stage.settle();
  },
});
