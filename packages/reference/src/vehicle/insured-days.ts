import type { DatePeriod, InsuranceCover } from '@openwaybill/schemas';

const DAY = 86_400_000;

const dayAfter = (dayOn: string): string =>
  new Date(Date.parse(dayOn) + DAY).toISOString().slice(0, 10);
const dayBefore = (dayOn: string): string =>
  new Date(Date.parse(dayOn) - DAY).toISOString().slice(0, 10);

/** The days of a period on which no cover holds, as periods in order. Both days of a cover and of the period count. */
export const uninsuredPeriods = (
  { fromOn, toOn }: DatePeriod,
  covers: readonly Pick<InsuranceCover, 'validFromOn' | 'validToOn'>[],
): readonly DatePeriod[] => {
  const gaps: DatePeriod[] = [];
  let nextOn = fromOn;
  for (const { validFromOn, validToOn } of covers.toSorted((a, b) =>
    a.validFromOn < b.validFromOn ? -1 : 1,
  )) {
    if (nextOn > toOn || validFromOn > toOn) break;
    if (validToOn < nextOn) continue;
    if (validFromOn > nextOn) gaps.push({ fromOn: nextOn, toOn: dayBefore(validFromOn) });
    nextOn = dayAfter(validToOn);
  }
  return nextOn > toOn ? gaps : [...gaps, { fromOn: nextOn, toOn }];
};

/** Whether a vehicle is insured on every day of a period. */
export const isInsured = (
  period: DatePeriod,
  covers: readonly Pick<InsuranceCover, 'validFromOn' | 'validToOn'>[],
): boolean => uninsuredPeriods(period, covers).length === 0;
