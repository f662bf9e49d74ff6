import { scan } from '../../drive/scan.ts';
import { walkReplay } from '../../drive/walk-replay.ts';
import { answerOf, isAccepted, requestOf } from '../../transcript/body.ts';
import { interruptible, readInterrupted } from '../interrupted-reads.ts';
import { defineScenario, step, text } from '../scenario.ts';

const NOTICED = 'org.openwaybill.continuity.interruption.noticed';
const CLOSED = 'org.openwaybill.continuity.interruption.closed';
/** Milliseconds within which an event arrives. */
const SOON = 5_000;

/** Announced three days ahead, in effect for two hours, and accounted for afterwards. */
export const plannedInterruption = defineScenario({
  id: 'planned-interruption',
  title: text('A planned interruption', '计划中断'),
  system: 'any',
  tier: 'C',
  needs: ['INTERRUPTIONS', 'CLOCK'],
  movesClock: true,
  touches: [
    'AUT-006',
    'CTY-001',
    'CTY-002',
    'CTY-008',
    'CTY-009',
    'CTY-010',
    'CTY-011',
    'CTY-013',
    'CTY-014',
    'CTY-016',
    'DSC-017',
    'DSC-018',
    'DSC-021',
    'DSC-022',
    'DSC-024',
  ],
  run: async function* (stage) {
    await stage.prepare('subscription');
    const isCourier = stage.claim.role === 'courier';
    const parcel =
      isCourier && stage.offers('SCANS')
        ? await stage.prepare('parcel', { codes: ['PICKED_UP'] })
        : undefined;
    const seen = parcel === undefined || 'blocked' in parcel ? undefined : parcel;
    const view = async (probe: string) => {
      if (seen !== undefined)
        await stage.call('getOrder', { path: { orderNo: seen.orderNo }, probe });
    };

    yield step('CALL', 'It is announced three days ahead', '提前三天通知');
    await stage.call('listRiskAssessments', { probe: 'risk-assessments' });
    await view('view-before-interruption');
    const modules = interruptible(stage.claim);
    const body = { noticeClass: 'PLANNED', modules, duration: 'PT2H' };
    const announced = await stage.call('startTestInterruption', {
      body,
      intent: 'TEST_CONTROL',
      probe: 'planned-start',
    });
    if (!isAccepted(announced)) return;
    await stage.settle();
    await stage.await({ eventType: NOTICED, after: announced.seq - 1 }, SOON);
    await stage.settle();
    const path = { noticeId: String(answerOf(announced)?.noticeId) };
    await stage.call('getInterruptionNotice', { path, probe: 'planned-notice' });
    const soon = new Date((await stage.now()) + 3_600_000).toISOString();
    await stage.call('startTestInterruption', {
      body: { ...body, startsAt: soon },
      probe: 'planned-too-late',
      twinOf: announced.seq,
    });

    yield step('ADVANCE', 'It begins', '中断开始');
    await stage.advance('P3DT1M');
    await stage.call('getInterruptionNotice', { path, probe: 'notice-right-after-advance' });
    await stage.callAs('nobody', 'getHealth', { probe: 'health-during' });
    await stage.call('listInterruptionNotices', {
      query: { active: 'true' },
      probe: 'notices-during',
    });
    const refused = await readInterrupted(stage, seen, 'call-interrupted');
    const named = answerOf(refused)?.noticeId;
    if (typeof named === 'string')
      await stage.call('getInterruptionNotice', {
        path: { noticeId: named },
        probe: 'notice-of-503',
      });
    await view('view-during-interruption');
    if (seen !== undefined) await scan(stage, seen.waybillNo, 'ARRIVED_HUB', {}, 'scan-during');

    yield step('ADVANCE', 'It is over', '中断结束');
    const before = announced.seq;
    await stage.advance('PT3H');
    await stage.settle();
    const closed = await stage.await({ eventType: CLOSED, after: before }, SOON);
    await stage.call('getInterruptionNotice', { path, probe: 'notice-closed' });
    await stage.callAs('nobody', 'getHealth', { probe: 'health-after' });
    await readInterrupted(stage, seen, 'call-after');
    const cursor = closed === undefined ? undefined : requestOf(closed)?.data?.replayCursor;
    if (typeof cursor === 'string') await walkReplay(stage, 'backlog-walk', cursor);
  },
});
