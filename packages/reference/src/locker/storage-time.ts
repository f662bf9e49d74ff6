import { type DepositExtension, epochMillis, type LockerDeposit } from '@openwaybill/schemas';
import { secondsOf } from '@openwaybill/validate';

const DAY = 86_400_000;

/** The instant at which free storage ends, in UTC. */
export const freeUntil = (depositedAt: string, freeStorage: string): string =>
  new Date(epochMillis(depositedAt) + secondsOf(freeStorage) * 1000).toISOString();

/** Whether a reminder may go out: the last one is a day old. */
export const mayRemind = (lastRemindedAt: string | undefined, at: string): boolean =>
  lastRemindedAt === undefined || epochMillis(at) - epochMillis(lastRemindedAt) >= DAY;

/** Whether storage may be prolonged so: it becomes longer than it is, and what is no longer free is paid. */
export const mayExtend = (
  { freeUntilAt }: Pick<LockerDeposit, 'freeUntilAt'>,
  { untilAt, paymentRef }: DepositExtension,
  at: string,
): boolean =>
  epochMillis(untilAt) > Math.max(epochMillis(freeUntilAt), epochMillis(at)) &&
  (paymentRef !== undefined || epochMillis(at) < epochMillis(freeUntilAt));
