import { instantOf, millisecondsOf } from '../engine/clock.ts';
import type { System } from '../engine/system.ts';
import type { Unit } from '../store/unit.ts';
import { scenarioOf } from '../waybills/waybill-number.ts';
import { courierWorld } from '../world/courier-world.ts';
import type { Step } from '../world/scenario.ts';
import { foldParcel } from './fold-parcel.ts';
import { type Observation, recordObservation } from './record-observation.ts';
import { findParcel } from './stored-parcel.ts';

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
  instantOf(Date.parse(startedAt) + millisecondsOf(duration));

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

/** Sends a new parcel on the way that its number tells. */
export const startJourney = (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
  waybillNo: string,
): void => {
  if (system.options.movement !== 'SCENARIO') return;
  const wanted = scenarioOf(waybillNo) ?? '01';
  const scenario = courierWorld(system.options).scenarios.find(({ id }) => id === wanted);
  if (scenario !== undefined) sendOn(system, unit, now, owner, waybillNo, scenario.steps);
};

/** What the scanner says at a step. */
const observationOf = (journey: Journey, waybillNo: string, step: Step): Observation => {
  const { leg, reason, location, occurredAfter, corrects, correctionReason } = step.with ?? {};
  const target = corrects === undefined ? undefined : journey.named[corrects];
  return {
    waybillNo,
    eventCode: step.code as Observation['eventCode'],
    ...(leg === undefined ? {} : { leg }),
    ...(reason === undefined ? {} : { reason: reason as NonNullable<Observation['reason']> }),
    ...(location === undefined ? {} : { location }),
    ...(occurredAfter === undefined ? {} : { occurredAt: after(journey.startedAt, occurredAfter) }),
    ...(target === undefined ? {} : { correctsEventId: target }),
    ...(correctionReason === undefined ? {} : { correctionReason }),
  };
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
  if (foldParcel(parcel).status === 'CANCELLED') {
    unit.delete(COLLECTION, waybillNo);
    return;
  }
  const again = parcel.events.find(
    ({ eventId }) => eventId === journey.named[step.with?.repeats ?? ''],
  );
  const { eventId } = await recordObservation(
    system,
    unit,
    now,
    journey.owner,
    again === undefined
      ? observationOf(journey, waybillNo, step)
      : { waybillNo, eventCode: again.eventCode, eventId: again.eventId },
  );
  const name = step.with?.name;
  const named = name === undefined ? journey.named : { ...journey.named, [name]: eventId };
  // an observation may have sent the parcel on another way
  const present = await unit.get<Journey>(COLLECTION, waybillNo);
  if (present?.startedAt === journey.startedAt && present.steps.length === journey.steps.length)
    goOn(system, unit, now, waybillNo, { ...journey, steps, named });
};
