import { epochMillis, type Locker, type LockerFee } from '@openwaybill/schemas';
import { secondsOf } from '@openwaybill/validate';

type Tariff = NonNullable<Locker['feeAfterFree']>;

/**
 * What storage costs at an instant: every whole period since the end of the free time, and nothing for a part of one.
 * Throws where the amount is no exact integer any more.
 */
export const storageFee = (
  freeUntilAt: string,
  at: string,
  { amount, per }: Tariff,
): Pick<LockerFee, 'amount' | 'periodCount' | 'chargedFromAt'> => {
  const period = secondsOf(per) * 1000;
  const charged = Math.max(0, epochMillis(at) - epochMillis(freeUntilAt));
  const periodCount = Math.floor(charged / period);
  const minor = amount.minor * periodCount;
  if (!Number.isSafeInteger(minor))
    throw new RangeError('a fee beyond the exact integers; look at the tariff and the instants');
  return { amount: { currency: amount.currency, minor }, periodCount, chargedFromAt: freeUntilAt };
};
