import type { Delivery, MockOptions } from '../engine/options.ts';
import type { System } from '../engine/system.ts';
import {
  layOutEvent,
  receiversOf,
  type StoredEvent,
  type StoredSubscription,
  wrapped,
} from '../events/outbox.ts';
import { nextNumber } from '../events/retention.ts';
import type { Unit } from '../store/unit.ts';
import { type Growth, hasLaterCode, laterForm } from './later-form.ts';

const payloadOf = (
  { registry }: Pick<MockOptions, 'registry'>,
  { type }: StoredEvent,
): object | undefined => registry.events.find((event) => event.type === type)?.data;

/** An event as a system of a later minor would write it. Type, id and sequence stay what they are. */
export const laterEventForm = (
  { options, later, laterMet }: System,
  tenant: string,
  event: StoredEvent,
  codes: Growth['codes'],
  members = true,
): StoredEvent => {
  const { registry } = options;
  const growth: Growth = {
    members,
    codes,
    met: (kind, id) => laterMet.note(tenant, kind, id),
  };
  const envelope = registry.schemas.get('CloudEvent')?.schema;
  const outer =
    envelope === undefined
      ? event
      : laterForm(registry, later, envelope, event, { ...growth, codes: 'NONE' });
  const payload = payloadOf(options, event);
  if (payload === undefined) return outer as StoredEvent;
  const data = laterForm(registry, later, payload, event.data, growth);
  return { ...(outer as StoredEvent), data: data as StoredEvent['data'] };
};

/** Whether an event has a code for which a later minor may have another one. */
export const hasLaterCodeIn = ({ options, later }: System, event: StoredEvent): boolean => {
  const payload = payloadOf(options, event);
  return payload !== undefined && hasLaterCode(options.registry, later, payload, event.data);
};

/** A delivery as a system of the minor that is spoken heads it. */
export const laterHead = ({ options, later }: System, delivery: Delivery): Delivery =>
  options.isLater === true
    ? {
        ...delivery,
        headers: { ...delivery.headers, 'OpenWaybill-Version': later.version, ...later.headers },
      }
    : delivery;

/** Sends an event of a type that only a later minor has; it counts and can be replayed like any other. */
export const emitLaterEvent = async (
  system: System,
  unit: Unit,
  now: string,
  tenant: string,
  subscriptions: readonly StoredSubscription[],
): Promise<void> => {
  const later = system.later.eventOf(system.options.role);
  if (later === undefined) return;
  const { type, dataschema, data } = later;
  const sequence = await nextNumber(system, unit, now, tenant);
  const event = wrapped(system.options, system.random, now, {
    type,
    subject: 'later-minor',
    dataschema,
    sequence,
    data,
  });
  layOutEvent(system, unit, now, tenant, event, subscriptions);
  system.laterMet.note(tenant, 'events', type);
};

/** How many events there are from one of a later type to the next. */
const EVERY = 10;

/** In the next minor some events are of a type that nobody knows yet: the second one to a receiver, and every tenth later. */
export const emitLaterBeside = async (
  system: System,
  unit: Unit,
  now: string,
  tenant: string,
): Promise<void> => {
  const counted = await unit.get<{ readonly last: number }>('sequence', tenant);
  if ((counted?.last ?? 0) % EVERY !== 1) return;
  const receivers = await receiversOf(unit, tenant);
  const active = receivers.filter(({ state }) => state === 'ACTIVE');
  await emitLaterEvent(system, unit, now, tenant, active);
};
