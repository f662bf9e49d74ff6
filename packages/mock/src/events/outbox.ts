import { type Agreement, type Event, idOf, nameOf, type Registry } from '@openwaybill/schemas';
import { effectiveAgreements } from '../engine/agreement.ts';
import { timeOf } from '../engine/clock.ts';
import { prefixed7 } from '../engine/invent.ts';
import type { MockOptions, Random } from '../engine/options.ts';
import { underAgreements } from '../engine/projection.ts';
import { Refusal } from '../engine/refusal.ts';
import { remembered } from '../engine/remembered.ts';
import { remembering } from '../engine/remembering.ts';
import type { EventDraft, System } from '../engine/system.ts';
import { digitsOf, joinedKey } from '../store/joined-key.ts';
import { after, type Soon } from '../store/soon.ts';
import type { Unit } from '../store/unit.ts';
import { nextNumber } from './retention.ts';

/** A CloudEvents 1.0 envelope as it is stored, delivered and replayed. */
export type StoredEvent = {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema: string;
  readonly sequence: string;
  readonly data: Readonly<Record<string, unknown>>;
};

export type StoredSubscription = {
  readonly subscriptionId: string;
  readonly callbackUrl: string;
  readonly eventTypes: readonly string[];
  readonly signing: 'V1A' | 'V1A_AND_V1';
  readonly secret?: string;
  readonly state: 'PENDING_CHALLENGE' | 'ACTIVE' | 'ABORTED' | 'COMPLETED';
  readonly failureCount: number;
  readonly lastSequence?: string;
  readonly revision: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** What the receiver has to echo before anything else is sent. */
  readonly challenge?: string;
};

export type StoredDelivery = {
  readonly deliveryId: string;
  readonly subscriptionId: string;
  readonly event: StoredEvent;
  readonly attemptCount: number;
  readonly firstAttemptAt?: string;
  /** The second, since 1970, in which the last attempt was signed. */
  readonly signedAt?: number;
};

/** The rows of sinks: receivers that somebody who looks on has opened, and that are no part of the wire. */
export const SINK = 'sink';

/** Whether a receiver is a sink. */
export const isSink = ({ subscriptionId }: Pick<StoredSubscription, 'subscriptionId'>): boolean =>
  subscriptionId.startsWith('sink_');

/** Twenty decimal digits; a challenge, which is not counted, has zeros. */
export const sequenceText = (count: number): string => digitsOf(count, 20);

/** What goes out whatever an agreement says. */
const EXEMPT = /^org\.openwaybill\.(agreement|continuity|discovery)\./;

const CHALLENGE_TYPE = 'org.openwaybill.discovery.subscription.challenged';

/** What of an envelope follows from what the event tells. */
export type Told = Pick<StoredEvent, 'type' | 'subject' | 'dataschema' | 'data'> & {
  readonly sequence: number;
};

/** What is known of each event of a type. */
type Known = {
  readonly subject: Event['subject'];
  readonly schemaName: string;
  readonly dataschema: string;
  /** Whether it goes out whatever an agreement says. */
  readonly isExempt: boolean;
};

const byType = new WeakMap<Registry, ReadonlyMap<string, Known>>();

/** The events of a registry by type. */
const eventsOf = (registry: Registry): ReadonlyMap<string, Known> =>
  remembered(
    byType,
    registry,
    () =>
      new Map(
        registry.events.map(({ type, subject, data }) => {
          const schemaName = nameOf(data);
          const isExempt = EXEMPT.test(type);
          return [type, { subject, schemaName, dataschema: idOf(schemaName), isExempt }];
        }),
      ),
  );

const sourceOf = remembering(8, (partyId: string) => `urn:openwaybill:party:${partyId}`);

/** The envelope of an event of any type. */
export const wrapped = (
  { partyId }: Pick<MockOptions, 'partyId'>,
  random: Random,
  now: string,
  { type, subject, dataschema, sequence, data }: Told,
): StoredEvent => ({
  specversion: '1.0',
  id: prefixed7('msg_', random, timeOf(now)),
  source: sourceOf(partyId),
  type,
  subject,
  time: now,
  datacontenttype: 'application/json',
  dataschema,
  sequence: sequenceText(sequence),
  data,
});

/** The envelope of an event of the registry. */
export const envelope = (
  registry: Registry,
  options: Pick<MockOptions, 'partyId'>,
  random: Random,
  now: string,
  type: Event['type'],
  data: Readonly<Record<string, unknown>>,
  sequence: number,
): StoredEvent => {
  const definition = eventsOf(registry).get(type);
  if (definition === undefined) throw new Error(`the registry has no event ${type}`);
  return wrapped(options, random, now, {
    type,
    subject: String(data[definition.subject]),
    dataschema: definition.dataschema,
    sequence,
    data,
  });
};

/** The payload as the agreements with the receiver let it leave; nothing where it may not. Without one it waits whole. */
const agreedData = (
  system: System,
  agreements: readonly Agreement[],
  { type, to, data }: EventDraft,
): EventDraft['data'] | undefined => {
  const { registry } = system.options;
  const role = system.counterparty(to)?.role;
  const known = eventsOf(registry).get(type);
  if (known === undefined || known.isExempt || role === undefined || agreements.length === 0)
    return data;
  try {
    return underAgreements(
      registry,
      agreements,
      known.schemaName,
      role,
      data,
    ) as EventDraft['data'];
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
};

/** Where events of a tenant go: its subscriptions, and the sinks of whoever looks on, which no reader of them sees. */
export const receiversOf = (unit: Unit, tenant: string): Soon<readonly StoredSubscription[]> =>
  after(unit.bodies<StoredSubscription>('subscription', tenant), (subscriptions) =>
    after(unit.bodies<StoredSubscription>(SINK, tenant), (sinks) =>
      sinks.length === 0 ? subscriptions : [...subscriptions, ...sinks],
    ),
  );

/**
 * Stores an event under the next sequence number of its receiver and lays out one delivery for each of its
 * subscriptions that takes the type. What must wait (no effective agreement) waits in the delivery, not here.
 */
export const emitInto = (
  system: System,
  unit: Unit,
  now: string,
  draft: EventDraft,
): Soon<void> => {
  const { options, random } = system;
  const { type, to } = draft;
  return after(effectiveAgreements(unit, to), (agreements) => {
    const data = agreedData(system, agreements, draft);
    if (data === undefined) return undefined;
    return after(nextNumber(system, unit, now, to), (number) => {
      const event = envelope(options.registry, options, random, now, type, data, number);
      return after(receiversOf(unit, to), (receivers) => {
        const taking = receivers.filter(
          ({ state, eventTypes }) => state === 'ACTIVE' && eventTypes.includes(type),
        );
        layOutEvent(system, unit, now, to, event, taking);
      });
    });
  });
};

/** Stores an event of a tenant and lays out a delivery for each of these receivers. */
export const layOutEvent = (
  system: System,
  unit: Unit,
  now: string,
  tenant: string,
  event: StoredEvent,
  receivers: readonly StoredSubscription[],
): void => {
  unit.put({
    collection: 'event',
    id: joinedKey(tenant, event.sequence),
    owner: tenant,
    parent: tenant,
    // the order of replay is the order of the sequence, also where two events have one instant
    createdAt: event.sequence,
    updatedAt: now,
    body: event,
  });
  for (const receiver of receivers) layOut(system, unit, now, tenant, receiver, event);
};

/** The subscription of a delivery, by its name. */
export const subscriptionOf = (deliveryId: string): string =>
  deliveryId.slice(0, deliveryId.indexOf('/'));

const layOut = (
  system: System,
  unit: Unit,
  now: string,
  tenant: string,
  subscription: StoredSubscription,
  event: StoredEvent,
): void => {
  const body: StoredDelivery = {
    // what is due at one instant leaves in the order of these names: that of the sequence
    deliveryId: `${subscription.subscriptionId}/${event.sequence}/${event.id}`,
    subscriptionId: subscription.subscriptionId,
    event,
    attemptCount: 0,
  };
  unit.put({
    collection: 'delivery',
    id: body.deliveryId,
    owner: tenant,
    parent: subscription.subscriptionId,
    createdAt: event.sequence,
    updatedAt: now,
    body,
  });
  system.schedule(unit, { tenant, kind: 'deliver', ref: body.deliveryId, dueAt: now });
};

/** Lays out the challenge of a subscription; before it is answered nothing else is sent. */
export const challenge = (
  system: System,
  unit: Unit,
  now: string,
  tenant: string,
  subscription: StoredSubscription,
): void => {
  const event = envelope(
    system.options.registry,
    system.options,
    system.random,
    now,
    CHALLENGE_TYPE,
    { challenge: subscription.challenge },
    0,
  );
  layOut(system, unit, now, tenant, subscription, event);
};

export const isChallenge = (event: Pick<StoredEvent, 'type'>): boolean =>
  event.type === CHALLENGE_TYPE;
