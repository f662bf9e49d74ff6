import { OBSERVATIONS } from '../../applicability.ts';
import { linger, pass } from '../../drive/pass.ts';
import { physicalRoute } from '../../drive/physical-route.ts';
import { scan } from '../../drive/prepare.ts';
import type { InboxAnswer } from '../../drive/stage.ts';
import { walkReplay } from '../../drive/walk-replay.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** More failures than a sender tries in three days. */
const REFUSALS: readonly InboxAnswer[] = Array.from({ length: 60 }, () => ({ status: 500 }));
/** Real milliseconds between two attempts, so that their timestamps can differ. */
const APART = 2_500;
/** Nearly as long as a receiver may take. */
const NEARLY_LATE = 4_500;

/** What a sender does when its receiver fails, resets, says nothing, refuses, or is gone for days. */
export const deliveryRetries = defineScenario({
  id: 'delivery-retries',
  title: text('Deliveries are repeated, and nothing is lost', '推送重试且不丢失'),
  system: 'any',
  when: { offers: 'createEventSubscription' },
  tier: 'W',
  movesClock: true,
  touches: [
    'DSC-008',
    'DSC-010',
    'DSC-012',
    'DSC-021',
    'DSC-022',
    'TRK-014',
    'CTY-006',
    'CTY-007',
    'CSN-015',
  ],
  run: async function* (stage) {
    const first = await stage.prepare('subscription');
    const second = await stage.prepare('subscription');
    if ('blocked' in first || 'blocked' in second) return;
    const hasScans = stage.offers(OBSERVATIONS) && ['courier', 'hub'].includes(stage.claim.role);
    yield step('AWAIT', 'The receiver takes nearly too long', '接收方险些超时');
    first.inbox.answerNext({ status: 204, afterMilliseconds: NEARLY_LATE });
    await stage.prepare('event');
    await linger(stage, NEARLY_LATE + APART);
    await pass(stage, 'PT10S', 10_000);
    await stage.settle();
    const failures: readonly (readonly [string, string, InboxAnswer])[] = [
      ['The receiver fails once', '接收方失败一次', { status: 500 }],
      ['The acknowledgement is lost', '确认丢失', 'RESET'],
      ['The receiver says nothing', '接收方无应答', 'SILENCE'],
      ['The receiver refuses one event', '接收方拒收一条事件', { status: 400 }],
    ];
    for (const [en, zh, answer] of failures) {
      yield step('AWAIT', en, zh);
      first.inbox.answerNext(answer);
      await stage.prepare('event');
      await linger(stage, APART);
      await pass(stage, 'PT10S', 10_000);
      await stage.settle();
    }

    yield step('CALL', 'The scans of a parcel', '包裹扫描');
    const parcel = hasScans ? await stage.prepare('parcel') : undefined;
    if (parcel !== undefined && !('blocked' in parcel))
      for (const eventCode of physicalRoute) {
        await scan(stage, parcel.waybillNo, eventCode, {}, 'retried-scan');
        await stage.settle();
      }

    yield step('ADVANCE', 'The receiver is gone for four days', '接收方中断四天');
    if (stage.offers('CLOCK')) {
      first.inbox.answerNext(...REFUSALS);
      await stage.prepare('event');
      await stage.advance('P4D');
      await stage.call('getEventSubscription', {
        path: { subscriptionId: first.subscriptionId },
        probe: 'subscription-given-up',
      });
    }
    yield step('CALL', 'Everything is had by replay', '重放取得全部事件');
    const cursor = await walkReplay(stage, 'replay-walk');
    if (cursor === undefined) return;
    const twin = await stage.call('replayEvents', { query: { cursor }, probe: 'replay-cursor' });

    yield step('ADVANCE', 'The cursor expires', '游标过期');
    if (!stage.offers('CLOCK')) {
      stage.leaveOut(text('An expired cursor', '游标过期'), 'NO_FACILITY');
      return;
    }
    const days = Math.ceil(stage.claim.document.limits.eventRetentionSeconds / 86_400) + 1;
    await stage.advance(`P${days}D`);
    await stage.call('replayEvents', {
      query: { cursor },
      probe: 'replay-expired-cursor',
      twinOf: twin.seq,
    });
    await stage.call('replayEvents', { probe: 'replay-from-start' });
  },
});
