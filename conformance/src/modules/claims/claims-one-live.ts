import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { isAccepted } from '../../transcript/body.ts';
import { claimBody } from './bodies.ts';

/** A second claim of one kind waits until the first has come to an end. */
export const claimsOneLive = defineScenario({
  id: 'claims-one-live',
  title: text('One live claim a parcel and kind', '同单同类一件有效理赔'),
  system: ['courier', 'insurer'],
  when: { offers: 'fileClaim' },
  tier: 'W',
  touches: ['CLM-004', 'DSC-021', 'DSC-024'],
  run: async function* (stage) {
    yield step('CALL', 'A claim, another of its kind, one of another kind', '同类与异类理赔');
    const body = await claimBody(stage);
    if (body === undefined) return;
    const { waybillNo } = body;
    const first = await stage.call('fileClaim', { body, intent: 'CONTROL', probe: 'claim-first' });
    if (!isAccepted(first)) return;
    await stage.call('fileClaim', {
      body: await claimBody(stage, { waybillNo }),
      twinOf: first.seq,
      probe: 'claim-second',
    });
    await stage.call('fileClaim', {
      body: await claimBody(stage, { waybillNo, kind: 'DELAY' }),
      intent: 'CONTROL',
      probe: 'claim-other-kind',
    });

    yield step('CALL', 'The first is withdrawn, and a new one is filed', '撤回后重新提交');
    const withdrawn = await stage.call('withdrawClaim', { path: { claimId: body.claimId } });
    if (!isAccepted(withdrawn)) return;
    await stage.call('fileClaim', {
      body: await claimBody(stage, { waybillNo }),
      intent: 'CONTROL',
      probe: 'claim-after-withdrawal',
    });
  },
});
