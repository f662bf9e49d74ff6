import type { IndicatorPeriod, IndicatorReport, IndicatorSubmission } from '@openwaybill/schemas';
import { indicatorEntry } from '../generated/facts.mjs';
import { at, membersRule } from '../rules/members-rule.ts';

/** First and last day of the declared period of a kind in which a day lies. */
const declaredAround = (kind: IndicatorPeriod['kind'], day: string): readonly [string, string] => {
  const [year = '', month = ''] = day.split('-');
  if (kind === 'DAY') return [day, day];
  if (kind === 'YEAR') return [`${year}-01-01`, `${year}-12-31`];
  // day 0 of the month after
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return [`${year}-${month}-01`, `${year}-${month}-${days}`];
};

type Cell = Pick<
  IndicatorSubmission | IndicatorReport,
  'indicator' | 'unit' | 'value' | 'suppressed'
>;

const cellRules = (schema: string, id: 'DSC-021' | 'DSC-023') => [
  membersRule<Cell>({
    schema,
    id,
    part: 'value',
    broken: ({ value, suppressed }) => {
      if (suppressed) return at('/value', value === undefined);
      return at('', value !== undefined);
    },
    text: {
      en: 'a cell has a value and is suppressed, or neither',
      zh: '单元既有数值又注明抑制，或两者皆无',
    },
    hint: {
      en: 'Leave value out when suppressed is true, and only then.',
      zh: '仅当 suppressed 为 true 时不给出 value。',
    },
  }),
  membersRule<Cell>({
    schema,
    id,
    part: 'unit',
    broken: ({ indicator, unit }) =>
      at('/unit', [undefined, unit].includes(indicatorEntry(indicator)?.unit)),
    text: { en: 'the unit is not that of the indicator', zh: '单位与指标不符' },
    hint: {
      en: 'Take the unit of the definition.',
      zh: '请采用定义中的单位。',
    },
  }),
];

/** Declared periods, and cells that say what they withhold. */
export const statisticsRules = [
  membersRule<IndicatorPeriod>({
    schema: 'IndicatorPeriod',
    id: 'STA-003',
    broken: ({ kind, fromOn, toOn }) => {
      const [first, last] = declaredAround(kind, fromOn);
      return [...at('/fromOn', fromOn === first), ...at('/toOn', toOn === last)];
    },
    requirement: 'STA-003',
    text: { en: 'the days are no declared period', zh: '日期不构成申报期间' },
    hint: {
      en: 'A period is one day, a whole month or a whole year.',
      zh: '期间为一日、整月或整年。',
    },
  }),
  ...cellRules('IndicatorSubmission', 'DSC-023'),
  ...cellRules('IndicatorReport', 'DSC-021'),
];
