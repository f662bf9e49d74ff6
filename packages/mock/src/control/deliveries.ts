import { refuse } from '../engine/refuse.ts';
import type { System, Timer } from '../engine/system.ts';
import { type Attempted, deliveryName } from '../events/attempt.ts';
import type { StoredDelivery, StoredSubscription } from '../events/outbox.ts';
import { MUTATIONS, type Replay, type Replayed, replay } from '../events/replay.ts';
import type { ControlRoute } from './route.ts';

/** One delivery: what was attempted, how it stands, and when it is tried again. */
export type ShownDelivery = Attempted & {
  readonly eventId: string;
  readonly type: string;
  readonly subject: string;
  readonly sequence: string;
  readonly state: 'WAITING' | 'DELIVERED' | 'FAILED' | 'ABORTED';
  readonly nextAt?: string;
};

/** The deliveries of a tenant: those that wait, and those of late. */
export const deliveriesOf = (
  system: System,
  tenant: string,
): Promise<{ readonly deliveries: readonly ShownDelivery[] }> =>
  system.transact(tenant, async (unit) => {
    const waiting = new Map(
      (await unit.list({ collection: 'delivery', owner: tenant })).map(({ body }) => {
        const delivery = body as StoredDelivery;
        return [deliveryName(delivery.subscriptionId, delivery.event.id), delivery];
      }),
    );
    const due = new Map(
      (await unit.list({ collection: 'timer', owner: tenant }))
        .map(({ body }) => body as Timer)
        .filter(({ kind }) => kind === 'deliver')
        .map(({ ref, dueAt }) => [ref, dueAt]),
    );
    const subscriptions = await unit.list({ collection: 'subscription', owner: tenant });
    const states = new Map(
      subscriptions.map(({ id, body }) => [id, (body as StoredSubscription).state]),
    );
    const attempted = new Map(system.attempts.list(tenant).map((one) => [one.id, one]));
    for (const [id, { subscriptionId, event }] of waiting)
      if (!attempted.has(id))
        attempted.set(id, { id, subscriptionId, url: '', event, attempts: [] });
    const stateOf = ({ id, subscriptionId, attempts }: Attempted): ShownDelivery['state'] => {
      if (waiting.has(id)) return 'WAITING';
      if (attempts.some(({ status, fault }) => status >= 200 && status < 300 && !fault))
        return 'DELIVERED';
      return states.get(subscriptionId) === 'ABORTED' ? 'ABORTED' : 'FAILED';
    };
    const deliveries = [...attempted.values()].map((one): ShownDelivery => {
      const nextAt = due.get(waiting.get(one.id)?.deliveryId ?? '');
      const { id: eventId, type, subject, sequence } = one.event;
      return {
        ...one,
        eventId,
        type,
        subject,
        sequence,
        state: stateOf(one),
        ...(nextAt === undefined ? {} : { nextAt }),
      };
    });
    return { deliveries };
  });

/** Sends the event of one delivery once more. */
export const replayDelivery = async (
  system: System,
  tenant: string,
  id: string,
  how: Replay,
): Promise<{ readonly replayed: readonly Replayed[] }> => {
  const { deliveries } = await deliveriesOf(system, tenant);
  const found = deliveries.find((one) => one.id === id);
  if (found === undefined)
    throw refuse('NOT_FOUND', {
      seen: { en: 'there is no delivery of this id', zh: '没有此标识的投递' },
      remedy: {
        en: 'List them with GET /_mock/deliveries.',
        zh: '请用 GET /_mock/deliveries 列出。',
      },
    });
  return { replayed: await replay(system, tenant, [found.eventId], how) };
};

const HOW = {
  times: { type: 'integer', minimum: 1, maximum: 100 },
  mutate: { type: 'string', enum: MUTATIONS },
} as const;

/** What left, and what is sent again. */
export const deliveryRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: '/_mock/deliveries',
    answer: ({ system, tenant }) => deliveriesOf(system, tenant.partyId),
  },
  {
    method: 'POST',
    path: '/_mock/deliveries/{id}/replay',
    body: { type: 'object', properties: HOW },
    answer: ({ system, tenant, path, body }) =>
      replayDelivery(system, tenant.partyId, path.id ?? '', body),
  },
  {
    method: 'POST',
    path: '/_mock/replay',
    body: {
      type: 'object',
      required: ['eventIds'],
      properties: {
        ...HOW,
        eventIds: { type: 'array', minItems: 1, maxItems: 1000, items: { type: 'string' } },
      },
    },
    answer: async ({ system, tenant, body: { eventIds, ...how } }) => ({
      replayed: await replay(system, tenant.partyId, eventIds, how),
    }),
  },
];
