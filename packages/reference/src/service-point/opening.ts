import { epochMillis, type OpeningHours, type ServicePoint } from '@openwaybill/schemas';

const MINUTE = 60_000;
const DAY_MINUTES = 1440;

/** Civil time of mainland China, which has one zone and no summer time: minutes ahead of UTC. */
const BEIJING_MINUTES = 480;

/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 4;

const minutesOf = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** Whether an instant lies in one of the periods, at a place in mainland China. No period at all means always. */
export const isWithinHours = (openingHours: readonly OpeningHours[], at: string): boolean => {
  if (openingHours.length === 0) return true;
  const minutes = Math.floor(epochMillis(at) / MINUTE) + BEIJING_MINUTES;
  const day = Math.floor(minutes / DAY_MINUTES);
  const weekday = ((((day + FIRST_WEEKDAY - 1) % 7) + 7) % 7) + 1;
  const time = minutes - day * DAY_MINUTES;
  return openingHours.some(
    (period) =>
      period.weekday === weekday &&
      minutesOf(period.opensAt) <= time &&
      time < minutesOf(period.closesAt),
  );
};

/** Whether a point can be used at an instant: it is in use, and it is open then. */
export const isOpenAt = (
  point: Pick<ServicePoint, 'status' | 'openingHours'>,
  at: string,
): boolean => point.status === 'OPEN' && isWithinHours(point.openingHours, at);
