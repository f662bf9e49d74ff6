import { answerOf, isAccepted } from '../../transcript/body.ts';
import { interruptible, readInterrupted } from '../interrupted-reads.ts';
import { defineScenario, step, text } from '../scenario.ts';

const NOTICED = 'org.openwaybill.continuity.interruption.noticed';
/** Milliseconds within which an event arrives. */
const SOON = 5_000;

/** An outage, a command repeated after it, and a termination that drains. */
export const unplannedInterruption = defineScenario({
  id: 'unplanned-interruption',
  title: text('An outage, and a termination', '突发中断与终止'),
  system: 'any',
  tier: 'C',
  needs: ['INTERRUPTIONS', 'CLOCK', 'RESET'],
  movesClock: true,
  touches: [
    'CTY-001',
    'CTY-003',
    'CTY-004',
    'CTY-008',
    'CTY-009',
    'CTY-010',
    'CTY-012',
    'CTY-016',
    'DSC-017',
    'DSC-021',
    'DSC-022',
    'DSC-024',
  ],
  run: async function* (stage) {
    await stage.prepare('subscription');
    const isCourier = stage.claim.role === 'courier';

    yield step('CALL', 'It begins at once', '突发中断');
    const outage = await stage.call('startTestInterruption', {
      body: {
        noticeClass: 'UNPLANNED',
        modules: isCourier ? ['order'] : interruptible(stage.claim),
        duration: 'PT1H',
      },
      intent: 'TEST_CONTROL',
      probe: 'unplanned-start',
    });
    if (!isAccepted(outage)) return;
    await stage.settle();
    await stage.await({ eventType: NOTICED, after: outage.seq - 1 }, SOON);
    await stage.settle();
    await stage.call('getInterruptionNotice', {
      path: { noticeId: String(answerOf(outage)?.noticeId) },
      probe: 'unplanned-notice',
    });
    await stage.callAs('nobody', 'getHealth', { probe: 'health-during' });
    await stage.call('listInterruptionNotices', {
      query: { active: 'true' },
      probe: 'notices-during',
    });
    const order = stage.invent.order();
    const idempotencyKey = stage.invent.uuid();
    const command = (probe: string) =>
      stage.call('submitOrder', { body: order, idempotencyKey, probe, intent: 'PROBE' });
    if (isCourier) await command('command-during');

    yield step('ADVANCE', 'The command is repeated afterwards', '中断后重发命令');
    await stage.advance('PT2H');
    await stage.settle();
    if (isCourier) {
      await command('command-after');
      await command('command-again');
    }

    yield step('CALL', 'An end is announced a month ahead', '提前一个月通知终止');
    const parcel =
      isCourier && stage.offers('SCANS')
        ? await stage.prepare('parcel', { codes: ['PICKED_UP'] })
        : undefined;
    const seen = parcel === undefined || 'blocked' in parcel ? undefined : parcel;
    const twin = await stage.call('startTestInterruption', {
      body: {
        noticeClass: 'TERMINATION',
        modules: interruptible(stage.claim),
        duration: 'PT1H',
      },
      intent: 'TEST_CONTROL',
      probe: 'termination-start',
    });
    await stage.settle();
    await stage.await({ eventType: NOTICED, after: twin.seq - 1 }, SOON);
    await stage.settle();
    if (isAccepted(twin)) {
      await stage.call('getInterruptionNotice', {
        path: { noticeId: String(answerOf(twin)?.noticeId) },
        probe: 'termination-notice',
      });

      yield step('ADVANCE', 'It drains', '排空在途');
      await stage.advance('P31D');
      await readInterrupted(stage, seen, 'call-draining');
    }
    await stage.call('resetTestTenant', { intent: 'TEST_CONTROL' });
  },
});
