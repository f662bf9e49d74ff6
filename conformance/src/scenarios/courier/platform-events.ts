import type { EventDraft } from '../../drive/stage.ts';
import { deliverOddly } from '../odd-deliveries.ts';
import { defineScenario, step, text } from '../scenario.ts';

const CONSENT_CHANGED = 'org.openwaybill.consignee.consent.changed';

/** What a platform tells a courier: right, forged, of a later minor version, and lost on its way. */
export const platformEvents = defineScenario({
  id: 'platform-events',
  title: text('Events of a platform arrive', '平台事件送达'),
  system: 'courier',
  when: { receives: CONSENT_CHANGED },
  tier: 'W',
  touches: ['CTY-015', 'DSC-007', 'DSC-009', 'DSC-029'],
  run: async function* (stage) {
    yield step('PREPARE', 'A waybill', '运单');
    const waybill = await stage.prepare('waybill');
    if ('blocked' in waybill) return;
    const { waybillNo } = waybill;
    const consent = async (granted: boolean): Promise<EventDraft> => ({
      type: CONSENT_CHANGED,
      subject: waybillNo,
      data: {
        consentId: stage.invent.uuid(),
        waybillNo,
        preference: 'LOCKER',
        granted,
        occurredAt: new Date(await stage.now()).toISOString(),
      },
    });

    yield* deliverOddly(stage, consent);
  },
});
