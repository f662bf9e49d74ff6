import { forgedDelivery } from '../disturbances/stranger.ts';
import type { Delivery } from '../engine/options.ts';
import { refuse } from '../engine/refuse.ts';
import type { System } from '../engine/system.ts';
import { attempt, deliveryName } from './attempt.ts';
import { receiversOf, type StoredEvent, type StoredSubscription } from './outbox.ts';
import { signedDelivery } from './sign.ts';

/** What may be made of an event that is sent once more. */
export const MUTATIONS = ['forge', 'stale', 'duplicate'] as const;
export type Mutation = (typeof MUTATIONS)[number];

/** How stored events are sent again. */
export type Replay = { readonly times?: number; readonly mutate?: Mutation };

/** What became of one event that was sent again. */
export type Replayed = {
  readonly eventId: string;
  readonly type: string;
  readonly deliveryId: string;
  readonly url: string;
  readonly status: number;
  readonly fault?: Mutation;
};

/** Seconds by which a delivery is too old for any receiver. */
const STALE_SECONDS = 600;

/**
 * Sends stored events once more to everybody who takes their type. A plain one keeps its id and takes a timestamp and a
 * signature of its own; the schedule of deliveries goes on as it was.
 */
export const replay = async (
  system: System,
  tenant: string,
  eventIds: readonly string[],
  { times = 1, mutate }: Replay = {},
): Promise<readonly Replayed[]> => {
  const { events, receivers, at } = await system.transact(tenant, async (unit, now) => ({
    events: (await unit.list({ collection: 'event', owner: tenant })).map(
      ({ body }) => body as StoredEvent,
    ),
    receivers: (await receiversOf(unit, tenant)).filter(({ state }) => state === 'ACTIVE'),
    at: now,
  }));
  const known = new Map(events.map((event) => [event.id, event]));
  const missing = eventIds.findIndex((id) => !known.has(id));
  if (missing >= 0)
    throw refuse('NOT_FOUND', {
      pointer: `/eventIds/${missing}`,
      seen: { en: 'no stored event has this id', zh: '没有此标识的已存事件' },
      remedy: {
        en: 'Read the ids of GET /v1/events; events are kept for thirty days.',
        zh: '请查阅 GET /v1/events；事件保存三十日。',
      },
    });
  if (receivers.length === 0)
    throw refuse('NOT_FOUND', {
      seen: { en: 'nobody takes the events of this tenant', zh: '该租户的事件无人接收' },
      remedy: {
        en: 'Make a subscription, or start openwaybill listen.',
        zh: '请创建订阅，或启动 openwaybill listen。',
      },
    });
  let second = system.signTimes.secondAt(tenant, at);
  const made = async (event: StoredEvent, to: StoredSubscription): Promise<Delivery> => {
    second += 1;
    if (mutate === 'forge') return forgedDelivery(event, to, system.random, second * 1000);
    const wall = mutate === 'stale' ? second - STALE_SECONDS : second;
    return signedDelivery(event, to, system.keys, wall * 1000);
  };
  const told: Replayed[] = [];
  for (const id of eventIds) {
    const event = known.get(id) as StoredEvent;
    for (const to of receivers.filter(({ eventTypes }) => eventTypes.includes(event.type)))
      for (let time = 0; time < times * (mutate === 'duplicate' ? 2 : 1); time += 1) {
        const of = { tenant, at, event, subscription: to };
        const fault = mutate === undefined ? {} : { fault: mutate };
        const { outcome, tell } = await attempt(system, of, await made(event, to), fault);
        tell();
        told.push({
          eventId: id,
          type: event.type,
          deliveryId: deliveryName(to.subscriptionId, id),
          url: to.callbackUrl,
          status: outcome.status,
          ...fault,
        });
      }
  }
  return told;
};
