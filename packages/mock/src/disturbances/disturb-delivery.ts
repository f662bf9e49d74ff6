import { instantOf, millisecondsOf } from '../engine/clock.ts';
import type { Attempt, Delivery, Random } from '../engine/options.ts';
import type { System } from '../engine/system.ts';
import type { StoredDelivery, StoredEvent, StoredSubscription } from '../events/outbox.ts';
import { isChallenge } from '../events/outbox.ts';
import { signedDelivery } from '../events/sign.ts';
import { rotateKeys } from '../identity/rotation.ts';
import { emitLaterEvent, hasLaterCodeIn, laterEventForm } from '../later/later-event.ts';
import { type Subject, shareOf } from './disturbances.ts';
import type { Kind } from './kinds.ts';
import { forgedDelivery, strangeDelivery } from './stranger.ts';

/** Something that reaches the receiver beside the delivery, and by which disturbance. */
export type Aside = { readonly delivery: Delivery; readonly fault: Kind };

/** What befalls one attempt of a delivery. */
export type DeliveryCourse =
  /** It waits; what a rule lets go instead leaves now, in this order. */
  | { readonly waits: true; readonly leave: readonly string[] }
  | {
      readonly waits: false;
      /** What is sent, and what somebody else sends before it. */
      readonly event: StoredEvent;
      readonly before: readonly Aside[];
      /** What becomes of the attempt without anybody being asked. */
      readonly instead?: { readonly outcome: Attempt; readonly fault: Kind };
      /** How often it comes again at once. */
      readonly copies: number;
    };

type Ready = {
  readonly delivery: StoredDelivery;
  readonly subscription: StoredSubscription;
  readonly now: string;
};

/** Another order than the one in which they came, by the stream of a rule. */
const reordered = (ids: readonly string[], random: Random): readonly string[] => {
  const left = [...ids];
  const mixed: string[] = [];
  while (left.length > 0) mixed.push(...left.splice(Math.floor(shareOf(random) * left.length), 1));
  const isSame = mixed.every((id, at) => id === ids[at]);
  return isSame ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed;
};

/** Lets befall a delivery what is to befall it now. */
export const disturbDelivery = async (
  system: System,
  tenant: string,
  { delivery, subscription, now }: Ready,
  wallNow: number,
): Promise<DeliveryCourse> => {
  const { disturbances, options, keys } = system;
  const { event, deliveryId } = delivery;
  const plain: DeliveryCourse = {
    waits: false,
    event: options.isLater === true ? laterEventForm(system, tenant, event, 'BESIDE') : event,
    before: [],
    copies: 0,
  };
  // before a receiver has proved itself there is nothing that could reach it
  if (disturbances.areNone || isChallenge(event)) return plain;
  const { waybillNo = event.subject } = event.data;
  const subject: Subject = {
    tenant,
    at: now,
    eventType: event.type,
    ...(typeof waybillNo === 'string' ? { waybillNo } : {}),
  };
  const take = <K extends Kind>(kind: K) => disturbances.take(kind, subject);
  const takeOnce = <K extends Kind>(kind: K) =>
    disturbances.take(kind, { ...subject, once: deliveryId });
  const until = async (dueAt: string, leave: readonly string[] = []): Promise<DeliveryCourse> => {
    await system.transact(tenant, async (unit) => {
      if (!leave.includes(deliveryId))
        system.schedule(unit, { tenant, kind: 'deliver', ref: deliveryId, dueAt });
    });
    return { waits: true, leave };
  };
  const after = (duration: string): string => instantOf(Date.parse(now) + millisecondsOf(duration));

  const backlog = takeOnce('backlog');
  if (backlog !== undefined) {
    const { by, doing } = backlog;
    const endOf = (since: string) => instantOf(Date.parse(since) + millisecondsOf(doing.by));
    const known = by.since.get(tenant) ?? now;
    const since = endOf(known) > now ? known : now;
    by.since.set(tenant, since);
    return until(endOf(since));
  }
  const delay = takeOnce('delay');
  if (delay !== undefined) return until(after(delay.doing.by));
  const held = disturbances.holderOf(tenant, deliveryId);
  const reorder = held === undefined ? takeOnce('reorder') : undefined;
  const by = held ?? reorder?.by;
  if (by !== undefined) {
    const waiting = [...(by.held.get(tenant) ?? []), ...(held === undefined ? [deliveryId] : [])];
    const isOver = held !== undefined || waiting.length === reorder?.doing.window;
    by.held.set(tenant, isOver ? [] : waiting);
    return isOver
      ? until(now, reordered(waiting, by.random))
      : until(after(reorder?.doing.hold ?? 'PT0S'));
  }

  if (take('rotate') !== undefined)
    await system.transact(tenant, (unit, at) => rotateKeys(system, unit, at, tenant));
  if (take('unknown-event') !== undefined)
    await system.transact(tenant, (unit, at) =>
      emitLaterEvent(system, unit, at, tenant, [subscription]),
    );
  const before: Aside[] = [];
  const forge = take('forge');
  if (forge !== undefined)
    before.push({
      fault: 'forge',
      delivery: await forgedDelivery(event, subscription, forge.by.random, wallNow),
    });
  const unknown = take('unknown-key');
  if (unknown !== undefined)
    before.push({
      fault: 'unknown-key',
      delivery: await strangeDelivery(options, event, subscription, unknown.by.random, wallNow),
    });
  const oversize = take('oversize');
  if (oversize !== undefined) {
    const { by: of, doing } = oversize;
    before.push({
      fault: 'oversize',
      delivery: await strangeDelivery(
        options,
        event,
        subscription,
        of.random,
        wallNow,
        doing.bytes,
      ),
    });
  }
  const stale = take('stale');
  if (stale !== undefined)
    before.push({
      fault: 'stale',
      delivery: await signedDelivery(
        event,
        subscription,
        keys,
        wallNow - stale.doing.seconds * 1000,
      ),
    });
  const hasMember = options.isLater === true || take('extra-member') !== undefined;
  const hasCode =
    hasLaterCodeIn(system, event) && disturbances.take('unknown-code', subject) !== undefined;
  const redirect = take('redirect');
  const isLost = take('drop') !== undefined;
  const duplicate = take('duplicate');
  return {
    waits: false,
    event: hasCode
      ? laterEventForm(system, tenant, event, 'INSTEAD', hasMember)
      : hasMember
        ? laterEventForm(system, tenant, event, options.isLater === true ? 'BESIDE' : 'NONE')
        : event,
    before,
    ...(isLost
      ? { instead: { fault: 'drop' as const, outcome: { status: 0, body: '' } } }
      : redirect !== undefined
        ? {
            instead: {
              fault: 'redirect' as const,
              outcome: { status: redirect.doing.status, body: '' },
            },
          }
        : {}),
    copies: duplicate?.doing.copies ?? 0,
  };
};
