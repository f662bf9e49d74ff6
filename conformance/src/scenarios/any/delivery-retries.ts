import { OBSERVATIONS } from '../../applicability.ts';
import { cutWait, linger } from '../../drive/pass.ts';
import { physicalRoute } from '../../drive/physical-route.ts';
import type { Prepared } from '../../drive/prepare.ts';
import { REFUSED_FOR_DAYS } from '../../drive/refused-for-days.ts';
import { scan } from '../../drive/scan.ts';
import type { InboxAnswer, Stage } from '../../drive/stage.ts';
import { walkReplay } from '../../drive/walk-replay.ts';
import { headerOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** Real milliseconds between two attempts, so that their timestamps, which count seconds, differ. */
const APART = 1_300;
/** Slow, and still well within the five seconds that a receiver has, wherever the runner stands. */
const SLOW = 3_500;
/** Longest real time until every receiver had its first delivery, those of one that says nothing for five seconds included. */
const ALL_TRIED = 15_000;

/** What goes wrong at a receiver of its own each, so that their waits are one wait, and whether it is owed another attempt. */
const TROUBLES: readonly { readonly first: InboxAnswer; readonly isOwed?: true }[] = [
  { first: { status: 500 }, isOwed: true },
  { first: 'RESET', isOwed: true },
  { first: { status: 400 } },
  { first: 'SILENCE', isOwed: true },
  { first: { status: 204, afterMilliseconds: SLOW } },
];
/** Five seconds until silence is known, five until the next attempt, and as much again for a sender that is busy. */
const ALL_TRIED_AGAIN = 20_000;

const unsubscribe = (
  stage: Stage,
  { subscriptionId }: Prepared<'subscription'>,
): Promise<Exchange> =>
  stage.call('deleteEventSubscription', { path: { subscriptionId }, intent: 'PREPARE' });

/** Real time until those that failed, hung up or said nothing were tried again: no longer, and as long as it may take. */
const triedAgain = async (stage: Stage, owed: readonly string[], after: number): Promise<void> => {
  const attempts = new Map<string, Set<number>>();
  const repeated = new Set<string>();
  const patience = Math.min(ALL_TRIED_AGAIN, stage.run.maxWaitMilliseconds);
  const all = await stage.await(
    {
      after,
      operation: 'receiveEvent',
      matches: ({ request: { url, headers }, seq }) => {
        const name = `${url} ${headerOf(headers, 'webhook-id')}`;
        const mine = (attempts.get(name) ?? new Set()).add(seq);
        attempts.set(name, mine);
        if (mine.size > 1 && owed.includes(url)) repeated.add(url);
        return repeated.size === owed.length;
      },
    },
    patience,
  );
  if (all === undefined && patience < ALL_TRIED_AGAIN) cutWait(stage, ALL_TRIED_AGAIN);
};

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
    if ('blocked' in first) return;
    const hasScans = stage.offers(OBSERVATIONS) && ['courier', 'hub'].includes(stage.claim.role);
    yield step(
      'AWAIT',
      'Receivers fail, refuse, hang up, are slow or silent',
      '接收方报错、拒收、断开、迟缓或无应答',
    );
    const troubled: Prepared<'subscription'>[] = [];
    const owed: string[] = [];
    for (const { first: answer, isOwed } of TROUBLES) {
      const one = await stage.prepare('subscription');
      if ('blocked' in one) return;
      one.inbox.answerNext(answer);
      troubled.push(one);
      if (isOwed) owed.push(one.inbox.url);
    }
    const before = stage.earlier().at(-1)?.seq ?? 0;
    await stage.prepare('event');
    const tried = new Set<string>();
    await stage.await(
      {
        after: before,
        operation: 'receiveEvent',
        matches: ({ request }) => tried.add(request.url).size > TROUBLES.length,
      },
      ALL_TRIED,
    );
    await linger(stage, APART);
    if (stage.offers('CLOCK')) await stage.advance('PT10S');
    else await triedAgain(stage, owed, before);
    await stage.settle();
    for (const one of troubled) await unsubscribe(stage, one);

    yield step('CALL', 'The scans of a parcel', '包裹扫描');
    const parcel = hasScans ? await stage.prepare('parcel') : undefined;
    if (parcel !== undefined && !('blocked' in parcel))
      for (const eventCode of physicalRoute) {
        await scan(stage, parcel.waybillNo, eventCode, {}, 'retried-scan');
        await stage.settle();
      }

    yield step('ADVANCE', 'The receiver is gone for four days', '接收方中断四天');
    if (stage.offers('CLOCK')) {
      first.inbox.answerNext(...REFUSED_FOR_DAYS);
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
    // nobody needs to be told of all that happens in a month
    await unsubscribe(stage, first);
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
