import { disturbDelivery } from '../disturbances/disturb-delivery.ts';
import { hasAgreement, isSuspended } from '../engine/agreement.ts';
import { HOUR, instantOf, MINUTE } from '../engine/clock.ts';
import { areEventsHeld } from '../engine/interruption.ts';
import type { Attempt } from '../engine/options.ts';
import { revised } from '../engine/revision.ts';
import type { System } from '../engine/system.ts';
import { laterHead } from '../later/later-event.ts';
import type { Unit } from '../store/unit.ts';
import { attempt } from './attempt.ts';
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

type Ready = {
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

/** One attempt of one delivery, and what befalls it. The store is free while the receiver thinks. */
export const deliver = async (
  system: System,
  tenant: string,
  deliveryId: string,
): Promise<void> => {
  const ready = await system.transact(tenant, (unit, now) =>
    take(system, unit, tenant, deliveryId, now),
  );
  if (ready === undefined) return;
  const { delivery, subscription, now } = ready;
  const { signedAt = 0 } = delivery;
  // attempts that follow within one second have timestamps of their own all the same
  let second = Math.max(system.signTimes.secondAt(tenant, now), signedAt + 1);
  const course = await disturbDelivery(system, tenant, ready, second * 1000);
  if (course.waits) {
    for (const one of course.leave) {
      await system.keepLane(tenant);
      await deliver(system, tenant, one);
    }
    return;
  }
  const of = { tenant, at: now, event: delivery.event, subscription };
  for (const aside of course.before) {
    await attempt(system, of, aside.delivery, aside);
    await system.keepLane(tenant);
  }
  const signed = async () =>
    laterHead(system, await signedDelivery(course.event, subscription, system.keys, second * 1000));
  const outcome = await attempt(system, of, await signed(), course.instead);
  for (let copy = 0; copy < course.copies; copy += 1) {
    second += 1;
    await system.keepLane(tenant);
    await attempt(system, of, await signed(), { fault: 'duplicate' });
  }
  await system.transact(tenant, (unit, at) =>
    record(system, unit, tenant, deliveryId, { ...outcome, signedAt: second }, at),
  );
};
