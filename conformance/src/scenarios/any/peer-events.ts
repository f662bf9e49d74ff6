import { registry } from '@openwaybill/schemas';
import type { EventDraft } from '../../drive/stage.ts';
import { deliverOddly } from '../odd-deliveries.ts';
import { defineScenario, FURTHER_ROLES, text } from '../scenario.ts';

const NOTICED = 'org.openwaybill.continuity.interruption.noticed';

const notice = Object.values(registry.schemas.get('InterruptionNotice')?.examples.valid ?? {})[0];

/** What every party tells every other: that its data will be interrupted. */
export const peerEvents = defineScenario({
  id: 'peer-events',
  title: text('Events of another party arrive', '他方事件送达'),
  system: FURTHER_ROLES,
  when: { receives: NOTICED },
  tier: 'W',
  touches: ['CTY-015', 'DSC-007', 'DSC-009', 'DSC-029'],
  run: async function* (stage) {
    yield* deliverOddly(stage, async (): Promise<EventDraft> => {
      const noticeId = stage.invent.noticeId();
      return { type: NOTICED, subject: noticeId, data: { ...(notice as object), noticeId } };
    });
  },
});
