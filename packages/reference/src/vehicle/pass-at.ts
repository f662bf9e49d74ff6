import type { PassPermit, WeeklyWindow } from '@openwaybill/schemas';

const EIGHT_HOURS = 28_800_000;

/** The civil day, weekday and time of an instant in Asia/Shanghai, which has had one offset since 1991. */
const civilTime = (at: string): { readonly dayOn: string; weekday: number; time: string } => {
  const local = new Date(Date.parse(at) + EIGHT_HOURS);
  const text = local.toISOString();
  return {
    dayOn: text.slice(0, 10),
    weekday: ((local.getUTCDay() + 6) % 7) + 1,
    time: text.slice(11, 16),
  };
};

/** Whether an instant lies in one of the windows of a week: begins belong to them, ends do not. */
export const isInWindow = (windows: readonly WeeklyWindow[], at: string): boolean => {
  const { weekday, time } = civilTime(at);
  return windows.some(
    (window) => window.weekday === weekday && window.from <= time && time < window.to,
  );
};

/** Whether a pass lets its vehicles drive at an instant: it is granted, on one of its days, in one of its windows. */
export const isPassValidAt = (
  { status, fromOn, toOn, windows }: Pick<PassPermit, 'status' | 'fromOn' | 'toOn' | 'windows'>,
  at: string,
): boolean => {
  const { dayOn } = civilTime(at);
  return status === 'GRANTED' && fromOn <= dayOn && dayOn <= toOn && isInWindow(windows, at);
};
