import { ORDERS } from '../../applicability.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf } from '../../transcript/body.ts';

/** Reveals that are granted, refused and read: every answer is bound to its request. */
export const signedReveals = defineScenario({
  id: 'signed-reveals',
  title: text('Signed answers to reveals', '揭示的签名应答'),
  system: 'platform',
  when: { all: [{ claims: 'signed-messages' }, { offers: 'requestReveal' }] },
  tier: 'W',
  needs: [ORDERS],
  touches: ['RVL-008'],
  run: async function* (stage) {
    yield step('PREPARE', 'A parcel of the platform', '平台的包裹');
    const parcel = await stage.prepare('consignment');
    if ('blocked' in parcel || parcel.waybillNo === undefined) return;
    const { consigneeRef, waybillNo } = parcel;
    const who = stage.has('core') ? 'core' : 'runner';
    const request = (fields: readonly string[], probe: string) =>
      stage.callAs(who, 'requestReveal', {
        body: {
          consigneeRef,
          waybillNo,
          purpose: 'SERVICE_NAME_CHECK',
          fields,
          actor: { actorId: 'emp_9f3k2m', kind: 'SYSTEM' },
          authentication: 'MFA',
        },
        probe,
      });

    yield step('CALL', 'Asked for, and asked for too much', '请求揭示与过度请求');
    const granted = await request(['NAME'], 'signed-reveal');
    const revealId: unknown = answerOf(granted)?.revealId;
    if (typeof revealId === 'string')
      await stage.callAs(who, 'getReveal', { path: { revealId }, probe: 'signed-reveal-status' });
    await request(['NAME', 'PHONE', 'ADDRESS'], 'signed-reveal-refused');
  },
});
