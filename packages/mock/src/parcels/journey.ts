import { readRule } from '../disturbances/rule.ts';
import { instantOf, millisecondsOf, timeOf } from '../engine/clock.ts';
import { uuid7 } from '../engine/invent.ts';
import { Refusal } from '../engine/refusal.ts';
import type { System } from '../engine/system.ts';
import { findOrder } from '../orders/stored-order.ts';
import { causeFact } from '../resources/fact.ts';
import type { Unit } from '../store/unit.ts';
import { filled } from '../stories/template.ts';
import { wayOf } from '../waybills/way.ts';
import { scenarioOf } from '../waybills/waybill-number.ts';
import { alongRoute } from '../world/along-route.ts';
import { courierWorld } from '../world/courier-world.ts';
import { destinationOf, originOf } from '../world/facility.ts';
import { routeOf, type Stop } from '../world/network.ts';
import type { Command, Fact, Scan, Step } from '../world/scenario.ts';
import { type Observation, recordObservation } from './record-observation.ts';
import { findParcel, type StoredParcel } from './stored-parcel.ts';

/** The kind of the timer that moves a parcel by one step. */
export const JOURNEY_TIMER = 'journey';

/** What a parcel still has before it, counted from `startedAt`. */
type Journey = {
  readonly owner: string;
  readonly startedAt: string;
  readonly steps: readonly Step[];
  /** Events that later steps refer to, by their names in the scenario. */
  readonly named: Readonly<Record<string, string>>;
};

const COLLECTION = 'journey';

const after = (startedAt: string, duration: string): string =>
  instantOf(timeOf(startedAt) + millisecondsOf(duration));

const goOn = (
  system: System,
  unit: Unit,
  now: string,
  waybillNo: string,
  journey: Journey,
): void => {
  const [next] = journey.steps;
  if (next === undefined) {
    unit.delete(COLLECTION, waybillNo);
    return;
  }
  unit.put({
    collection: COLLECTION,
    id: waybillNo,
    owner: journey.owner,
    parent: '',
    createdAt: journey.startedAt,
    updatedAt: now,
    body: journey,
  });
  const dueAt = after(journey.startedAt, next.after);
  system.schedule(unit, { tenant: journey.owner, kind: JOURNEY_TIMER, ref: waybillNo, dueAt });
};

/** Sends a parcel on these steps, in place of those that it still had before it. */
export const sendOn = (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
  waybillNo: string,
  steps: readonly Step[],
): void => {
  system.unschedule(unit, { tenant: owner, kind: JOURNEY_TIMER, ref: waybillNo });
  const isMoving = system.options.movement === 'SCENARIO';
  const journey: Journey = { owner, startedAt: now, steps: isMoving ? steps : [], named: {} };
  goOn(system, unit, now, waybillNo, journey);
};

/** Lets a disturbance befall a parcel: what tells of it, and calls about it. */
const disturb = (system: System, owner: string, waybillNo: string, written: unknown): void => {
  const read = readRule(written, system.options.registry);
  // whoever loads a file has judged it
  if (!read.ok) throw new Error('a scenario names a disturbance that is none');
  const { rule } = read;
  system.disturbances.add({ ...rule, match: { ...rule.match, waybillNo } }, owner);
};

/** The hubs that a parcel goes by. */
const routeOfParcel = async (
  { options }: System,
  unit: Unit,
  parcel: Parameters<typeof wayOf>[1],
): Promise<readonly Stop[]> => {
  const { network } = courierWorld(options);
  const way = network && (await wayOf(unit, parcel));
  return way === undefined || network === undefined
    ? []
    : routeOf(network, originOf(way), destinationOf(way));
};

/** Sends a new parcel on the way that its number tells; `place` is its place among those of its order, from 0. */
export const startJourney = async (
  system: System,
  unit: Unit,
  now: string,
  parcel: Pick<StoredParcel, 'owner' | 'waybillNo' | 'orderNo'>,
  place: number,
): Promise<void> => {
  if (system.options.movement !== 'SCENARIO') return;
  const { owner, waybillNo } = parcel;
  const wanted = scenarioOf(waybillNo) ?? '01';
  const scenario = courierWorld(system.options).scenarios.find(({ id }) => id === wanted);
  if (scenario === undefined) return;
  const route = await routeOfParcel(system, unit, parcel);
  const written = scenario.others?.[place - 1] ?? scenario.steps;
  const steps = alongRoute(written, route).map(({ step }) => step);
  for (const rule of scenario.disturbances ?? []) disturb(system, owner, waybillNo, rule);
  sendOn(system, unit, now, owner, waybillNo, steps);
};

/** What the scanner says at a step. */
const observationOf = (journey: Journey, waybillNo: string, step: Scan): Observation => {
  const { leg, reason, location, text, occurredAfter, corrects, correctionReason } =
    step.with ?? {};
  const target = corrects === undefined ? undefined : journey.named[corrects];
  return {
    waybillNo,
    eventCode: step.code as Observation['eventCode'],
    ...(leg === undefined ? {} : { leg }),
    ...(reason === undefined ? {} : { reason: reason as NonNullable<Observation['reason']> }),
    ...(location === undefined ? {} : { location }),
    ...(text === undefined ? {} : { text }),
    ...(occurredAfter === undefined ? {} : { occurredAt: after(journey.startedAt, occurredAfter) }),
    ...(target === undefined ? {} : { correctsEventId: target }),
    ...(correctionReason === undefined ? {} : { correctionReason }),
  };
};

/** A step of a parcel, where it is. */
type Taking = {
  readonly system: System;
  readonly unit: Unit;
  readonly now: string;
  readonly journey: Journey;
  readonly parcel: StoredParcel;
};

/** A scan; it answers the event's id. */
const observe = async (
  { system, unit, now, journey, parcel }: Taking,
  step: Scan,
): Promise<string> => {
  const { waybillNo, events } = parcel;
  const again = events.find(({ eventId }) => eventId === journey.named[step.with?.repeats ?? '']);
  const { eventId } = await recordObservation(
    system,
    unit,
    now,
    journey.owner,
    again === undefined
      ? observationOf(journey, waybillNo, step)
      : { waybillNo, eventCode: again.eventCode, eventId: again.eventId },
  );
  return eventId;
};

/** What the texts of a step may name; `now+P1D` is an instant from now on. */
const wordsOf = async ({ system, unit, now, parcel }: Taking) => {
  const { waybillNo, orderNo, carrierCode, owner } = parcel;
  const order = await findOrder(unit, owner, orderNo);
  const consigneeRef = order?.order.consignee.consigneeRef;
  return {
    kept: new Map(Object.entries({ waybillNo, orderNo, carrierCode, consigneeRef, now })),
    word: (text: string): string | undefined => {
      if (text === 'uuid') return uuid7(system.random, Date.parse(now));
      const ahead = /^now\+(P.+)$/.exec(text)?.[1];
      return ahead === undefined ? undefined : after(now, ahead);
    },
  };
};

/** What the platform does; a refusal is an answer like any other, and stands in the log. */
const command = async (taking: Taking, step: Command): Promise<void> => {
  const { system, unit, now, journey } = taking;
  const { path = {}, body } = filled(step.with ?? {}, await wordsOf(taking)) as NonNullable<
    Command['with']
  >;
  await system.perform(unit, now, journey.owner, step.does, { path, body });
};

/** What happens to a resource; where somebody else was faster, nothing does. */
const cause = async (taking: Taking, step: Fact): Promise<void> => {
  const { system, unit, now, journey } = taking;
  const part = unit.branch();
  const words = await wordsOf(taking);
  try {
    await causeFact(system, part, now, {
      collection: step.of,
      owner: journey.owner,
      id: String(filled(step.id, words)),
      fact: step.fact,
      body: filled(step.with ?? {}, words) as Readonly<Record<string, unknown>>,
    });
    await part.commit();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
};

/** One step of a parcel. A parcel that was cancelled goes nowhere. */
export const takeStep = async (
  system: System,
  unit: Unit,
  now: string,
  waybillNo: string,
): Promise<void> => {
  const journey = await unit.get<Journey>(COLLECTION, waybillNo);
  const parcel = await findParcel(unit, waybillNo);
  const [step, ...steps] = journey?.steps ?? [];
  if (journey === undefined || parcel === undefined || step === undefined) return;
  if (parcel.status === 'CANCELLED') {
    unit.delete(COLLECTION, waybillNo);
    return;
  }
  const taking: Taking = { system, unit, now, journey, parcel };
  let { named } = journey;
  if ('code' in step) {
    const eventId = await observe(taking, step);
    const name = step.with?.name;
    if (name !== undefined) named = { ...named, [name]: eventId };
  } else if ('does' in step) await command(taking, step);
  else if ('fact' in step) await cause(taking, step);
  else disturb(system, journey.owner, waybillNo, filled(step.disturb, await wordsOf(taking)));
  // an observation or a command may have sent the parcel on another way
  const present = await unit.get<Journey>(COLLECTION, waybillNo);
  if (present?.startedAt === journey.startedAt && present.steps.length === journey.steps.length)
    goOn(system, unit, now, waybillNo, { ...journey, steps, named });
};
