import type { MockOptions } from '../engine/options.ts';
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
import { type Growth, hasLaterCode, laterEvent, laterForm } from './later-form.ts';

type Known = Pick<MockOptions, 'registry' | 'seed'>;

const payloadOf = ({ registry }: Known, { type }: StoredEvent): object =>
  registry.events.find((event) => event.type === type)?.data ?? {};

/** An event as a system of a later minor would write it. Type, id and sequence stay what they are. */
export const laterEventForm = (
  options: Known,
  event: StoredEvent,
  codes: Growth['codes'],
  members = true,
): StoredEvent => {
  const { registry, seed } = options;
  const envelope = registry.schemas.get('CloudEvent')?.schema ?? {};
  const growth = { members, codes };
  const outer = laterForm(registry, envelope, event, seed, { members, codes: 'NONE' });
  const data = laterForm(registry, payloadOf(options, event), event.data, seed, growth);
  return { ...(outer as StoredEvent), data: data as StoredEvent['data'] };
};

/** Whether an event has a code for which a later minor may have another one. */
export const hasLaterCodeIn = (options: Known, event: StoredEvent): boolean =>
  hasLaterCode(options.registry, payloadOf(options, event), event.data);

/** Sends an event of a type that only a later minor has; it counts and can be replayed like any other. */
export const emitLaterEvent = async (
  system: System,
  unit: Unit,
  now: string,
  tenant: string,
  subscriptions: readonly StoredSubscription[],
): Promise<void> => {
  const { type, dataschema, data } = laterEvent(system.options.seed);
  const sequence = await nextNumber(system, unit, now, tenant);
  const event = wrapped(system.options, system.random, now, {
    type,
    subject: 'later-minor',
    dataschema,
    sequence,
    data,
  });
  layOutEvent(system, unit, now, tenant, event, subscriptions);
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
