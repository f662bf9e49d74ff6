import { registry } from '@openwaybill/schemas';
import { holds } from '../../applicability.ts';
import type { EventDraft, Stage } from '../../drive/stage.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import { deliverOddly, type EventMaker } from '../odd-deliveries.ts';
import { defineScenario, text } from '../scenario.ts';

const NOTICED = 'org.openwaybill.continuity.interruption.noticed';
const AGREED = 'org.openwaybill.agreement.status.changed';
const CONSENTED = 'org.openwaybill.consignee.consent.changed';

const notice = Object.values(registry.schemas.get('InterruptionNotice')?.examples.valid ?? {})[0];

/** That the data of the runner will be interrupted. */
const noticed =
  (stage: Stage): EventMaker =>
  async (): Promise<EventDraft> => {
    const noticeId = stage.invent.noticeId();
    return { type: NOTICED, subject: noticeId, data: { ...(notice as object), noticeId } };
  };

/** That terms were proposed, which both sides know; nothing where the system takes no proposal. */
const agreed = async (stage: Stage): Promise<EventMaker | undefined> => {
  const proposed = await stage.call('proposeAgreement', {
    body: stage.invent.proposal(),
    intent: 'PREPARE',
  });
  if (!isAccepted(proposed)) return undefined;
  const { agreementId, status, revision, createdAt } = answerOf(proposed);
  return async (): Promise<EventDraft> => ({
    type: AGREED,
    subject: agreementId,
    data: { agreementId, toStatus: status, revision, occurredAt: createdAt },
  });
};

/** What every party tells every other: that its data will be interrupted, or how an agreement stands. */
export const peerEvents = defineScenario({
  id: 'peer-events',
  title: text('Events of another party arrive', '他方事件送达'),
  system: 'any',
  when: {
    all: [
      { any: [{ receives: NOTICED }, { receives: AGREED }] },
      // a courier that hears of consents is told of one
      { not: { all: [{ offers: 'submitOrder' }, { receives: CONSENTED }] } },
    ],
  },
  tier: 'W',
  touches: ['CTY-015', 'DSC-007', 'DSC-009', 'DSC-020', 'DSC-029', 'LIM-002'],
  run: async function* (stage) {
    const event = holds({ receives: NOTICED }, stage.claim) ? noticed(stage) : await agreed(stage);
    if (event !== undefined) yield* deliverOddly(stage, event);
  },
});
