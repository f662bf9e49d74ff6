import { type DeliveryCourse, disturbDelivery } from '../disturbances/disturb-delivery.ts';
import { hasAgreement, isSuspended } from '../engine/agreement.ts';
import { HOUR, instantOf, MINUTE } from '../engine/clock.ts';
import { areEventsHeld } from '../engine/interruption.ts';
import type { Attempt, Delivery } from '../engine/options.ts';
import { revised } from '../engine/revision.ts';
import type { System } from '../engine/system.ts';
import { laterHead } from '../later/later-event.ts';
import type { Unit } from '../store/unit.ts';
import { attempt, type Made } from './attempt.ts';
import {
  isChallenge,
  isSink,
  SINK,
  type StoredDelivery,
  type StoredEvent,
  type StoredSubscription,
} from './outbox.ts';
import { signedDelivery } from './sign.ts';

/** Milliseconds between attempts; the last one repeats until the life of a delivery is over. */
const GAPS = [
  5_000,
  30_000,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
] as const;
const LAST_GAP = 6 * HOUR;
const LIFE = 72 * HOUR;
const JITTER = 0.1;
/** How soon a held event is looked at again. */
const HELD_GAP = 15 * MINUTE;

const moduleOf = (system: System, event: StoredEvent): string =>
  system.options.registry.events.find(({ type }) => type === event.type)?.module ?? '';

/** Told in any state of an agreement: that it changed, with which keys to verify, and that data leaked. */
const TOLD_ANYWAY: readonly string[] = [
  'org.openwaybill.agreement.status.changed',
  'org.openwaybill.discovery.keys.rotated',
  'org.openwaybill.consignee.breach.reported',
];

/** Events that go out whatever the agreement says, challenges and those of continuity among them. */
const needsAgreement = (system: System, event: StoredEvent): boolean =>
  !(
    isChallenge(event) ||
    TOLD_ANYWAY.includes(event.type) ||
    moduleOf(system, event) === 'continuity'
  );

const mayLeave = async (system: System, unit: Unit, tenant: string, event: StoredEvent) =>
  !(needsAgreement(system, event) && !(await hasAgreement(unit, tenant))) &&
  !(await areEventsHeld(unit, tenant, moduleOf(system, event)));

/** No agreement is in effect and none is only suspended: what waits would wait for ever. */
const isEnded = async (system: System, unit: Unit, tenant: string, event: StoredEvent) =>
  needsAgreement(system, event) &&
  !(await hasAgreement(unit, tenant)) &&
  !(await isSuspended(unit, tenant));

const retryAt = (system: System, attemptCount: number, now: string): string => {
  const gap = GAPS[attemptCount - 1] ?? LAST_GAP;
  const [byte = 128] = system.random(1);
  return instantOf(Date.parse(now) + gap * (1 + JITTER * ((byte - 128) / 128)));
};

/** A delivery that is to leave now, as it was when it was taken. */
export type Ready = {
  readonly delivery: StoredDelivery;
  readonly subscription: StoredSubscription;
  readonly now: string;
};

const receiverOf = async (
  unit: Unit,
  { subscriptionId }: StoredDelivery,
): Promise<StoredSubscription | undefined> =>
  (await unit.get<StoredSubscription>('subscription', subscriptionId)) ??
  (await unit.get<StoredSubscription>(SINK, subscriptionId));

/** Nothing is left to do about a delivery. */
const drop = (system: System, unit: Unit, tenant: string, deliveryId: string): void => {
  unit.delete('delivery', deliveryId);
  system.unschedule(unit, { tenant, kind: 'deliver', ref: deliveryId });
};

/** What is to be sent now, or nothing: gone, held back, or its subscription no longer takes it. */
const take = async (
  system: System,
  unit: Unit,
  tenant: string,
  deliveryId: string,
  now: string,
): Promise<Ready | undefined> => {
  const delivery = await unit.get<StoredDelivery>('delivery', deliveryId);
  if (delivery === undefined) {
    drop(system, unit, tenant, deliveryId);
    return undefined;
  }
  const subscription = await receiverOf(unit, delivery);
  const takesIt = isChallenge(delivery.event)
    ? subscription?.state === 'PENDING_CHALLENGE'
    : subscription?.state === 'ACTIVE';
  if (
    subscription === undefined ||
    !takesIt ||
    (await isEnded(system, unit, tenant, delivery.event))
  ) {
    drop(system, unit, tenant, deliveryId);
    return undefined;
  }
  if (!(await mayLeave(system, unit, tenant, delivery.event))) {
    const dueAt = instantOf(Date.parse(now) + HELD_GAP);
    system.schedule(unit, { tenant, kind: 'deliver', ref: deliveryId, dueAt });
    return undefined;
  }
  return { delivery, subscription, now };
};

const answersChallenge = (attempt: Attempt, wanted: string | undefined): boolean => {
  try {
    return attempt.status === 200 && JSON.parse(attempt.body).challenge === wanted;
  } catch {
    return false;
  }
};

const putSubscription = (unit: Unit, tenant: string, subscription: StoredSubscription): void =>
  unit.put({
    collection: isSink(subscription) ? SINK : 'subscription',
    id: subscription.subscriptionId,
    owner: tenant,
    parent: '',
    createdAt: subscription.createdAt,
    updatedAt: subscription.updatedAt,
    body: subscription,
  });

const abort = (unit: Unit, tenant: string, subscription: StoredSubscription, now: string): void => {
  const { challenge: _, ...rest } = subscription;
  putSubscription(unit, tenant, revised(rest, { state: 'ABORTED' }, now));
};

/** What became of one attempt: acknowledged, refused for good, or to be tried again. */
const record = async (
  system: System,
  unit: Unit,
  tenant: string,
  deliveryId: string,
  attempt: Attempt & { readonly signedAt: number },
  now: string,
): Promise<void> => {
  const delivery = await unit.get<StoredDelivery>('delivery', deliveryId);
  const subscription = delivery && (await receiverOf(unit, delivery));
  if (delivery === undefined || subscription === undefined)
    return drop(system, unit, tenant, deliveryId);
  const isProof = isChallenge(delivery.event);
  const accepted = isProof
    ? answersChallenge(attempt, subscription.challenge)
    : attempt.status >= 200 && attempt.status < 300;

  if (accepted) {
    drop(system, unit, tenant, deliveryId);
    const { challenge: _, ...rest } = subscription;
    putSubscription(
      unit,
      tenant,
      isProof
        ? revised({ ...rest, failureCount: 0 }, { state: 'ACTIVE' }, now)
        : { ...subscription, failureCount: 0, lastSequence: delivery.event.sequence },
    );
    return;
  }
  const failureCount = subscription.failureCount + 1;
  const firstAttemptAt = delivery.firstAttemptAt ?? now;
  const attemptCount = delivery.attemptCount + 1;
  const dueAt = retryAt(system, attemptCount, now);
  const isOver = Date.parse(dueAt) - Date.parse(firstAttemptAt) > LIFE;
  if (attempt.status === 410 || isOver) {
    drop(system, unit, tenant, deliveryId);
    abort(unit, tenant, { ...subscription, failureCount }, now);
    return;
  }
  putSubscription(unit, tenant, { ...subscription, failureCount });
  unit.put({
    collection: 'delivery',
    id: deliveryId,
    owner: tenant,
    parent: subscription.subscriptionId,
    createdAt: delivery.event.sequence,
    updatedAt: now,
    body: {
      ...delivery,
      attemptCount,
      firstAttemptAt,
      signedAt: attempt.signedAt,
    } satisfies StoredDelivery,
  });
  system.schedule(unit, { tenant, kind: 'deliver', ref: deliveryId, dueAt });
};

/** What became of a delivery that was attempted: told and stored when its turn has come. */
type Outcome = {
  readonly deliveryId: string;
  readonly attempts: readonly Made[];
  readonly last: Attempt & { readonly signedAt: number };
};

/** A delivery as it is to be attempted now. */
type Begun = Ready & {
  readonly course: Extract<DeliveryCourse, { readonly waits: false }>;
  readonly second: number;
  readonly outgoing: Delivery;
};

const signedIn = async (
  system: System,
  event: StoredEvent,
  subscription: StoredSubscription,
  second: number,
): Promise<Delivery> =>
  laterHead(system, await signedDelivery(event, subscription, system.keys, second * 1000));

/** One attempt of a delivery, with everything that reaches the receiver beside it. The store is free meanwhile. */
const attemptAll = async (
  system: System,
  tenant: string,
  { delivery, subscription, now, course, second, outgoing }: Begun,
): Promise<Outcome> => {
  const of = { tenant, at: now, event: delivery.event, subscription };
  const attempts: Made[] = [];
  for (const aside of course.before) {
    attempts.push(await attempt(system, of, aside.delivery, aside));
    await system.keepLane(tenant);
  }
  const itself = await attempt(system, of, outgoing, course.instead);
  attempts.push(itself);
  for (let copy = 1; copy <= course.copies; copy += 1) {
    await system.keepLane(tenant);
    const again = await signedIn(system, course.event, subscription, second + copy);
    attempts.push(await attempt(system, of, again, { fault: 'duplicate' }));
  }
  const last = { ...itself.outcome, signedAt: second + course.copies };
  return { deliveryId: delivery.deliveryId, attempts, last };
};

/** An attempt that could not even be made: the others are stored before it is told. */
type Broken = { readonly error: unknown };

const ended = (outcome: Outcome): Outcome | Broken => outcome;
const broken = (error: unknown): Outcome | Broken => ({ error });

/** What is to be attempted now of what may leave; what waits instead lets others go before. */
const begin = async (
  system: System,
  tenant: string,
  taken: readonly Ready[],
): Promise<readonly Begun[]> => {
  const begun: Begun[] = [];
  for (const ready of taken) {
    const { delivery, subscription, now } = ready;
    const { signedAt = 0 } = delivery;
    // attempts that follow within one second have timestamps of their own all the same
    const second = Math.max(system.signTimes.secondAt(tenant, now), signedAt + 1);
    const course = await disturbDelivery(system, tenant, ready, second * 1000);
    if (!course.waits) {
      // signed before any leaves, since how long that takes would decide which leaves first
      const outgoing = await signedIn(system, course.event, subscription, second);
      begun.push({ ...ready, course, second, outgoing });
      continue;
    }
    for (const one of course.leave) {
      await system.keepLane(tenant);
      await deliver(system, tenant, one);
    }
  }
  return begun;
};

/** What of these deliveries is to leave now; the others are dropped, or laid out for later. */
export const takeDeliveries = async (
  system: System,
  unit: Unit,
  tenant: string,
  deliveryIds: readonly string[],
  now: string,
): Promise<readonly Ready[]> => {
  const ready: Ready[] = [];
  for (const deliveryId of deliveryIds) {
    const one = await take(system, unit, tenant, deliveryId, now);
    if (one !== undefined) ready.push(one);
  }
  return ready;
};

const deliver = async (system: System, tenant: string, deliveryId: string): Promise<void> =>
  deliverTaken(
    system,
    tenant,
    await system.transact(tenant, (unit, now) =>
      takeDeliveries(system, unit, tenant, [deliveryId], now),
    ),
  );

/**
 * One attempt of each of these deliveries, side by side, and what befalls them. No receiver waits for what another one
 * answers; they leave in their order, and what became of them is told and stored in that order, too.
 */
export const deliverTaken = async (
  system: System,
  tenant: string,
  taken: readonly Ready[],
): Promise<void> => {
  const begun = await begin(system, tenant, taken);
  const ends = begun.map((one) => attemptAll(system, tenant, one).then(ended, broken));
  let first: Broken | undefined;
  for (const end of ends) {
    const outcome = await end;
    if ('error' in outcome) {
      first ??= outcome;
      continue;
    }
    for (const one of outcome.attempts) one.tell();
    await system.transact(tenant, (unit, at) =>
      record(system, unit, tenant, outcome.deliveryId, outcome.last, at),
    );
  }
  if (first !== undefined) throw first.error;
};
