import { linger, pass } from '../../drive/pass.ts';
import type { Inbox, Stage } from '../../drive/stage.ts';
import { subscribable, subscriptionBody } from '../../drive/subscription-body.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import { CHALLENGE } from '../../transcript/challenge.ts';
import type { Exchange } from '../../transcript/format.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** Milliseconds within which a challenge arrives. */
const SOON = 5_000;

const open = async (stage: Stage, inbox: Inbox, probe: string): Promise<Exchange> => {
  const created = await stage.call('createEventSubscription', {
    body: subscriptionBody(stage, inbox.url, subscribable(stage)),
    intent: 'CONTROL',
    probe,
  });
  await stage.settle();
  await stage.await({ eventType: CHALLENGE, after: created.seq - 1 }, SOON);
  await stage.settle();
  return created;
};

const pathOf = (created: Exchange) => ({
  subscriptionId: String(answerOf(created)?.subscriptionId),
});

/** Who subscribes proves first that it is there: nobody, a wrong answer, a redirect. */
export const subscription = defineScenario({
  id: 'subscription',
  title: text('A receiver proves itself before it gets events', '接收方须先通过验证'),
  system: 'any',
  when: { offers: 'createEventSubscription' },
  tier: 'W',
  movesClock: true,
  touches: ['DSC-008', 'WHK-003', 'WHK-005', 'DSC-021', 'DSC-022', 'DSC-024'],
  run: async function* (stage) {
    yield step('CALL', 'The challenge is answered with another value', '以其他值应答验证');
    const wrong = stage.inbox();
    wrong.answerChallenges('WRONG');
    const mistaken = await open(stage, wrong, 'subscribe-wrong');
    if (!isAccepted(mistaken)) return;
    await stage.call('getEventSubscription', {
      path: pathOf(mistaken),
      probe: 'subscription-wrong',
    });
    await stage.prepare('event');
    // without a clock one wait shows both: that the challenge comes again, and what its answer does
    if (!stage.offers('CLOCK')) wrong.answerChallenges('RIGHT');
    await pass(stage, 'PT10S', 10_000);
    wrong.answerChallenges('RIGHT');
    if (stage.offers('CLOCK')) await stage.advance('PT1M');
    await stage.settle();
    await stage.call('getEventSubscription', {
      path: pathOf(mistaken),
      probe: 'subscription-answered-late',
    });
    await stage.call('deleteEventSubscription', { path: pathOf(mistaken), intent: 'CONTROL' });

    yield step('CALL', 'A delivery is redirected', '推送被重定向');
    const box = stage.inbox();
    const tripwire = stage.inbox();
    const moved = await open(stage, box, 'subscribe-redirect');
    box.answerNext({ status: 302, headers: { Location: tripwire.url } });
    await stage.prepare('event');
    await linger(stage, 1_300);
    await pass(stage, 'PT10S', 10_000);
    await stage.settle();
    await stage.call('deleteEventSubscription', { path: pathOf(moved), intent: 'CONTROL' });

    // last, since a sender waits for the answer, and has to do with nobody else as long
    yield step('CALL', 'The challenge is not answered', '不应答验证');
    const silent = stage.inbox();
    silent.answerChallenges('NOT');
    const unanswered = await open(stage, silent, 'subscribe-silent');
    await stage.prepare('event');
    await stage.call('getEventSubscription', {
      path: pathOf(unanswered),
      probe: 'subscription-silent',
    });
    await stage.call('deleteEventSubscription', { path: pathOf(unanswered), intent: 'CONTROL' });
  },
});
