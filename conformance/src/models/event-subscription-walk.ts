import { REFUSED_FOR_DAYS } from '../drive/refused-for-days.ts';
import type { Inbox, InboxAnswer, Stage } from '../drive/stage.ts';
import { subscribable, subscriptionBody } from '../drive/subscription-body.ts';
import { answerOf, isAccepted } from '../transcript/body.ts';
import { CHALLENGE } from '../transcript/challenge.ts';
import type { Subject, Walk } from './walk.ts';

/** Milliseconds within which a challenge arrives. */
const SOON = 5_000;
const GONE: InboxAnswer = { status: 410 };
/** Longer than a sender tries, and longer than it waits for the first time. */
const GIVEN_UP = 'P4D';
const NEXT_TRY = 'PT1M';

/** Where the receiver of each subscription listens. */
const inboxes = new WeakMap<Subject, Inbox>();

const remembered = (subject: Subject, inbox: Inbox): Subject => {
  inboxes.set(subject, inbox);
  return subject;
};

/** A receiver that answers its challenge with another value, at once: silence would take its time at every try. */
const unproven = async (stage: Stage): Promise<Subject | undefined> => {
  const inbox = stage.inbox();
  inbox.answerChallenges('WRONG');
  const created = await stage.call('createEventSubscription', {
    body: subscriptionBody(stage, inbox.url, subscribable(stage)),
    intent: 'PREPARE',
  });
  await stage.settle();
  await stage.await({ eventType: CHALLENGE, after: created.seq - 1 }, SOON);
  const { subscriptionId, revision } = answerOf(created) ?? {};
  return isAccepted(created) && typeof subscriptionId === 'string'
    ? remembered({ path: { subscriptionId }, revision }, inbox)
    : undefined;
};

const active = async (stage: Stage): Promise<Subject | undefined> => {
  const made = await stage.prepare('subscription');
  if ('blocked' in made) return undefined;
  const { subscriptionId, inbox } = made;
  return remembered({ path: { subscriptionId }, revision: 1 }, inbox);
};

/** The receiver answers so from now on, what proves it too, and something is sent to it. */
const answered =
  (answers: readonly InboxAnswer[], by: string) =>
  async (stage: Stage, subject: Subject): Promise<void> => {
    const inbox = inboxes.get(subject);
    inbox?.answerNext(...answers);
    if (answers.includes(GONE)) inbox?.answerChallenges('GONE');
    await stage.prepare('event');
    await stage.settle();
    await stage.advance(by);
    await stage.settle();
  };

const NEEDS = { needs: 'CLOCK' } as const;
const BOTH = ['PENDING_CHALLENGE', 'ACTIVE'] as const;

/** Subscriptions whose receiver is gone, at once or for days: who sends gives up, and takes it up again when told. */
export const eventSubscription: Walk = {
  entity: 'event-subscription',
  role: 'any',
  read: 'getEventSubscription',
  movesClock: true,
  isOnlyCovered: true,
  states: {
    PENDING_CHALLENGE: { ...NEEDS, isOptional: true, reach: unproven },
    ACTIVE: { ...NEEDS, isOptional: true, reach: active },
    ABORTED: {
      ...NEEDS,
      isOptional: true,
      reach: async (stage) => {
        const subject = await active(stage);
        if (subject !== undefined) await answered([GONE], NEXT_TRY)(stage, subject);
        return subject;
      },
    },
  },
  coversFacts: true,
  facts: {
    RECEIVER_GONE: { ...NEEDS, from: BOTH, cause: answered([GONE], NEXT_TRY) },
    RETRIES_OVER: { ...NEEDS, from: BOTH, cause: answered(REFUSED_FOR_DAYS, GIVEN_UP) },
  },
  commands: {
    // another address would be challenged; what stays where it is stays given up
    updateEventSubscription: (stage, { path, revision }) => ({
      path,
      body: { eventTypes: subscribable(stage) },
      ifMatch: revision,
    }),
  },
  givenIn: { updateEventSubscription: ['ABORTED'] },
};
