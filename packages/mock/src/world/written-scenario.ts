import type { TrackingEvent } from '@openwaybill/schemas';
import type { Scan, Scenario } from './scenario.ts';

/** What is known of a parcel whose life is to be lived by others. */
export type LivedParcel = {
  readonly waybillNo: string;
  readonly boundAt: string;
  readonly status: string;
  readonly orderStatus: string;
  readonly anomalyCount: number;
  /** In the order of arrival. */
  readonly events: readonly TrackingEvent[];
};

const durationOf = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const parts = [
    [hours, 'H'],
    [minutes, 'M'],
    [seconds % 60, 'S'],
  ] as const;
  const text = parts.map(([count, unit]) => (count === 0 ? '' : `${count}${unit}`)).join('');
  return text === '' ? 'PT0S' : `PT${text}`;
};

/** The life of a parcel as a scenario file, which `readScenario` takes; `id` is one of the numbers that are free. */
export const writtenScenario = (parcel: LivedParcel, id: string): Scenario => {
  const { waybillNo, boundAt, status, orderStatus, anomalyCount, events } = parcel;
  const ageAt = (instant: string): string => durationOf(Date.parse(instant) - Date.parse(boundAt));
  const corrected = events.flatMap(({ correctsEventId }) => correctsEventId ?? []);
  const nameOf = (eventId: string): string =>
    `event ${1 + events.findIndex((one) => one.eventId === eventId)}`;
  const steps = events.map((event): Scan => {
    const { eventId, eventCode, occurredAt, recordedAt } = event;
    const { leg, reason, text, correctsEventId, correctionReason } = event;
    const details = {
      ...(leg === 'RETURN' ? { leg } : {}),
      ...(reason === undefined ? {} : { reason }),
      ...(text === undefined ? {} : { text }),
      ...(ageAt(occurredAt) === ageAt(recordedAt) ? {} : { occurredAfter: ageAt(occurredAt) }),
      ...(corrected.includes(eventId) ? { name: nameOf(eventId) } : {}),
      ...(correctsEventId === undefined ? {} : { corrects: nameOf(correctsEventId) }),
      ...(correctionReason === undefined ? {} : { correctionReason }),
    };
    return {
      after: ageAt(recordedAt),
      code: eventCode,
      ...(Object.keys(details).length === 0 ? {} : { with: details }),
    };
  });
  return {
    id,
    title: { en: `As ${waybillNo}`, zh: `同 ${waybillNo}` },
    steps,
    ends: {
      parcel: status,
      order: orderStatus,
      ...(anomalyCount === 0 ? {} : { anomalyCount }),
    },
  };
};
