import type { AgreementProposal } from '@openwaybill/schemas';
import { agreed } from '../../drive/agreed.ts';
import { isAccepted } from '../../transcript/body.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** A second agreement narrows one required member of an answer that every role gives. */
export const agreementProjection = defineScenario({
  id: 'agreement-projection',
  title: text('A member that the agreement does not grant', '协议未授予的成员'),
  system: 'any',
  when: { offers: 'proposeAgreement' },
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['AGR-002', 'AGR-012'],
  run: async function* (stage) {
    const toRole = stage.roleOf('runner');
    if (toRole === undefined) return;
    yield step('CALL', 'Served as long as it is granted', '获授权时提供服务');
    const before = await stage.call('replayEvents', {
      intent: 'CONTROL',
      probe: 'projection-before',
    });
    const right: AgreementProposal = stage.invent.proposal();
    const agreementId = await agreed(
      stage,
      {
        ...right,
        grants: [
          ...right.grants,
          { messageName: 'ReplayPage', pointer: '/nextCursor', toRole, maxClass: 'public' },
        ],
      },
      'projection-agreement',
    );
    if (agreementId === undefined || !isAccepted(before)) return;

    yield step('CALL', 'Refused and not cut, and served again', '整体拒绝而非裁剪，恢复后照常');
    await stage.call('replayEvents', { probe: 'projection-narrowed', twinOf: before.seq });
    await stage.call('suspendAgreement', { path: { agreementId }, intent: 'PREPARE' });
    await stage.call('replayEvents', { intent: 'CONTROL', probe: 'projection-after' });
    await stage.settle();
  },
});
