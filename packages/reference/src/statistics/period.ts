import type { IndicatorPeriod } from '@openwaybill/schemas';

export type PeriodKind = IndicatorPeriod['kind'];

/** The declared period of a kind in which a civil day lies. */
export const periodAround = (kind: PeriodKind, day: string): IndicatorPeriod => {
  const [year = '', month = ''] = day.split('-');
  if (kind === 'DAY') return { kind, fromOn: day, toOn: day };
  if (kind === 'YEAR') return { kind, fromOn: `${year}-01-01`, toOn: `${year}-12-31` };
  // day 0 of the month after
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { kind, fromOn: `${year}-${month}-01`, toOn: `${year}-${month}-${days}` };
};
