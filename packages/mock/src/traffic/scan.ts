import { eventCodeEntry, type TrackingEventRecorded } from '@openwaybill/schemas';
import { millisecondsOf } from '../engine/clock.ts';
import { uuid7 } from '../engine/invent.ts';
import { facilityOf } from '../world/facility.ts';
import type { Network } from '../world/network.ts';
import type { Scan } from '../world/scenario.ts';
import { drawOf } from './draw.ts';
import type { Way } from './drawn-parcel.ts';
import { instantText } from './instant-text.ts';

/** A way with the instants at which its steps are recorded. */
export type Journey = {
  readonly seed: number;
  readonly carrierCode: TrackingEventRecorded['carrierCode'];
  readonly network?: Network;
  readonly parcel: number;
  readonly begin: number;
  readonly way: Way;
  readonly times: readonly number[];
};

const EVENT = 4;

/** The instant at which a parcel is of an age that its scenario speaks of: the ages between two steps run evenly. */
const atAge = ({ way: { course }, begin, times }: Journey, duration: string): number => {
  const age = millisecondsOf(duration);
  let [ageBefore, before] = [0, begin];
  for (const [step, ageThen] of course.ages.entries()) {
    const then = times[step] ?? before;
    if (ageThen >= age) {
      const part = ageThen === ageBefore ? 1 : (age - ageBefore) / (ageThen - ageBefore);
      return Math.round((before + part * (then - before)) / 1000) * 1000;
    }
    [ageBefore, before] = [ageThen, then];
  }
  return before;
};

const eventIdOf = ({ seed, parcel, times, begin }: Journey, step: number): string =>
  uuid7(drawOf(seed, EVENT, parcel, step).bytes, times[step] ?? begin);

const namedStep = ({ way: { course } }: Journey, name: string): number =>
  course.scans.findIndex((step) => step.with?.name === name);

/** What the courier records at a step of a journey. A step that repeats another is that one, word for word. */
export const scanOf = (journey: Journey, at: number): TrackingEventRecorded => {
  const { way, times, begin, carrierCode, network } = journey;
  const step = way.course.scans[at] as Scan;
  const { leg, reason, location, text, occurredAfter, repeats, corrects, correctionReason } =
    step.with ?? {};
  if (repeats !== undefined) return scanOf(journey, namedStep(journey, repeats));
  const entry = eventCodeEntry(step.code);
  const recordedAt = times[at] ?? begin;
  return {
    eventId: eventIdOf(journey, at),
    carrierCode,
    waybillNo: way.waybillNo,
    eventCode: step.code as TrackingEventRecorded['eventCode'],
    ...(entry?.after === undefined || leg === 'RETURN' ? {} : { statusAfter: entry.after }),
    ...(leg === undefined ? {} : { leg }),
    occurredAt: instantText(
      occurredAfter === undefined ? recordedAt : atAge(journey, occurredAfter),
    ),
    recordedAt: instantText(recordedAt),
    timeQuality: 'EXACT',
    ...(entry?.place
      ? { location: location ?? facilityOf(placesOf(way), step.code, network) }
      : {}),
    ...(entry?.reason
      ? { reason: (reason ?? 'OTHER') as NonNullable<TrackingEventRecorded['reason']> }
      : {}),
    confidence: 'HIGH',
    ...(text === undefined ? {} : { text }),
    ...(corrects === undefined
      ? {}
      : { correctsEventId: eventIdOf(journey, namedStep(journey, corrects)) }),
    ...(correctionReason === undefined ? {} : { correctionReason }),
  };
};

/** The ends of a way, as an order names them. */
const placesOf = ({ merchant, district }: Way): Parameters<typeof facilityOf>[0] => ({
  shipper: {
    kind: 'ORGANISATION',
    pickupAddress: { region: { countryCode: 'CN', ...merchant.district }, line: merchant.line },
  },
  consignee: {
    consigneeRef: '',
    contactMasked: { nameMasked: '', phoneMasked: '' },
    addressMasked: { ...district, tail: '****' },
  },
});
