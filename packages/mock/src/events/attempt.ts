import type { Attempt, Delivery } from '../engine/options.ts';
import type { System } from '../engine/system.ts';
import type { StoredEvent, StoredSubscription } from './outbox.ts';

/** One attempt, as it left and as it was answered. */
export type AttemptRecord = {
  readonly seq: number;
  /** The virtual instant and the real one. */
  readonly at: string;
  readonly wallAt: string;
  /** 0: no answer at all. */
  readonly status: number;
  readonly milliseconds: number;
  readonly headers: Delivery['headers'];
  /** The bytes that left, as text. */
  readonly sent: string;
  /** What the receiver answered. */
  readonly body?: string;
  /** The disturbance that befell it, or that made it. */
  readonly fault?: string;
};

/** What was attempted of one event for one receiver. */
export type Attempted = {
  /** Its name in a path. */
  readonly id: string;
  readonly subscriptionId: string;
  readonly url: string;
  readonly event: StoredEvent;
  readonly attempts: readonly AttemptRecord[];
};

/** The attempts of late, of every tenant: memory of this process alone. */
export type Attempts = {
  note(tenant: string, of: Omit<Attempted, 'attempts' | 'id'>, record: AttemptRecord): void;
  list(tenant: string): readonly Attempted[];
};

/** How many deliveries of a tenant are remembered, and how many attempts of each. */
const DELIVERIES = 1000;
const ATTEMPTS = 100;

/** The name of a delivery in a path. */
export const deliveryName = (subscriptionId: string, eventId: string): string =>
  `${subscriptionId}.${eventId}`;

/** Nothing was attempted yet. */
export const createAttempts = (): Attempts => {
  const tenants = new Map<string, Map<string, Attempted>>();
  return {
    note: (tenant, of, record) => {
      const known = tenants.get(tenant) ?? new Map<string, Attempted>();
      tenants.set(tenant, known);
      const id = deliveryName(of.subscriptionId, of.event.id);
      const before = known.get(id)?.attempts ?? [];
      known.set(id, { id, ...of, attempts: [...before.slice(1 - ATTEMPTS), record] });
      const [oldest] = known.keys();
      if (known.size > DELIVERIES && oldest !== undefined) known.delete(oldest);
    },
    list: (tenant) => [...(tenants.get(tenant)?.values() ?? [])],
  };
};

type Of = {
  readonly tenant: string;
  readonly at: string;
  readonly event: StoredEvent;
  readonly subscription: StoredSubscription;
};

/** An attempt that was made. Whoever looks on is told of it by `tell`, so that the order of telling is not that of answers. */
export type Made = { readonly outcome: Attempt; readonly tell: () => void };

/** Hands a delivery to whom it is for, unless its outcome is decided. */
export const attempt = async (
  system: System,
  { tenant, at, event, subscription }: Of,
  outgoing: Delivery,
  { outcome, fault }: { readonly outcome?: Attempt; readonly fault?: string } = {},
): Promise<Made> => {
  const { wallClock, send } = system.options;
  const began = wallClock();
  const result =
    outcome ??
    (await (system.sinks.takes(outgoing)
      ? system.sinks.send(tenant, event, outgoing)
      : send(outgoing)));
  const { subscriptionId, callbackUrl } = subscription;
  const milliseconds = wallClock() - began;
  const tell = (): void => {
    const seq = system.timeline.tell(tenant, at, 'delivery', {
      deliveryId: deliveryName(subscriptionId, event.id),
      eventId: event.id,
      type: event.type,
      subject: event.subject,
      status: result.status,
      milliseconds,
      ...(fault === undefined ? {} : { fault }),
    });
    system.attempts.note(
      tenant,
      { subscriptionId, url: callbackUrl, event },
      {
        seq,
        at,
        wallAt: new Date(began).toISOString(),
        status: result.status,
        milliseconds,
        headers: outgoing.headers,
        sent: outgoing.body,
        ...(result.body === '' ? {} : { body: result.body }),
        ...(fault === undefined ? {} : { fault }),
      },
    );
  };
  return { outcome: result, tell };
};
