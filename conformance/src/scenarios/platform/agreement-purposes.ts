import type { AgreementProposal } from '@openwaybill/schemas';
import { ORDERS } from '../../applicability.ts';
import { agreed } from '../../drive/agreed.ts';
import { answerOf } from '../../transcript/body.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** A reveal for a purpose of the role, under an agreement that does not have it. */
export const agreementPurposes = defineScenario({
  id: 'agreement-purposes',
  title: text('A purpose that the agreement does not have', '协议外的目的'),
  system: 'platform',
  when: { offers: 'requestReveal' },
  tier: 'W',
  needs: [ORDERS],
  touches: ['AGR-008'],
  run: async function* (stage) {
    if (!stage.has('core')) {
      stage.leaveOut(text('A reveal of the headquarters', '总部的揭示'), 'NO_FACILITY');
      return;
    }
    yield step('PREPARE', 'A parcel, and an agreement for another purpose', '包裹与其他目的的协议');
    const parcel = await stage.prepare('consignment');
    if ('blocked' in parcel || parcel.waybillNo === undefined) return;
    const { consigneeRef, waybillNo } = parcel;
    const ask = (probe: string, twinOf?: number) =>
      stage.callAs('core', 'requestReveal', {
        body: {
          consigneeRef,
          waybillNo,
          purpose: 'SERVICE_NAME_CHECK',
          fields: ['NAME'],
          actor: { actorId: 'emp_9f3k2m', kind: 'SYSTEM' },
          authentication: 'MFA',
        },
        probe,
        ...(twinOf === undefined ? { intent: 'CONTROL' as const } : { twinOf }),
      });
    const listed = await stage.call('listAgreements', { query: { status: 'EFFECTIVE' } });
    const others: readonly { readonly agreementId: string }[] = answerOf(listed)?.items ?? [];
    const right: AgreementProposal = stage.invent.proposal();
    const agreementId = await agreed(
      stage,
      { ...right, purposes: ['FULFIL_CONTACT'] },
      'purposes-agreement',
    );
    if (agreementId === undefined) return;

    yield step('CALL', 'With the purpose, and without it', '有该目的与无该目的');
    const granted = await ask('purpose-agreed');
    for (const one of others)
      await stage.call('suspendAgreement', {
        path: { agreementId: one.agreementId },
        intent: 'PREPARE',
      });
    await ask('purpose-not-agreed', granted.seq);
    for (const one of others)
      await stage.call('resumeAgreement', {
        path: { agreementId: one.agreementId },
        intent: 'PREPARE',
      });
    await stage.call('suspendAgreement', { path: { agreementId }, intent: 'PREPARE' });
    await stage.settle();
  },
});
