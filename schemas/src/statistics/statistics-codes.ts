import { defineCodeList, statesAsCodes } from '../define/index.ts';
import { indicatorReportLifecycle } from './indicator-report-lifecycle.ts';

/** States of a report. */
export const IndicatorReportStatus = statesAsCodes(
  'IndicatorReportStatus',
  indicatorReportLifecycle,
);

/** The only periods that are reported: what is none of them could be subtracted from another. */
export const PeriodKind = defineCodeList({
  name: 'PeriodKind',
  version: '2026-11',
  title: { en: 'Kind of period', zh: '期间类别' },
  description: {
    en: 'Length of a declared period, by the calendar of Asia/Shanghai.',
    zh: '申报期间的长度，按北京时间日历。',
  },
  growth: 'closed',
  codes: {
    DAY: { en: 'Day', zh: '日' },
    MONTH: { en: 'Month', zh: '月' },
    YEAR: { en: 'Year', zh: '年' },
  },
});

/** Values are whole numbers: a ratio is counted in thousandths or millionths. */
export const IndicatorUnit = defineCodeList({
  name: 'IndicatorUnit',
  version: '2026-11',
  title: { en: 'Unit of an indicator', zh: '指标单位' },
  description: { en: 'What a value counts.', zh: '指标值的计量单位。' },
  growth: 'closed',
  codes: {
    COUNT: { en: 'Count', zh: '个' },
    PER_MILLE: { en: 'Thousandths', zh: '千分比' },
    PER_MILLION: { en: 'Millionths', zh: '百万分比' },
    MINUTE: { en: 'Minutes', zh: '分钟' },
  },
});

/** How a goal is reached. */
export const GoalComparison = defineCodeList({
  name: 'GoalComparison',
  version: '2026-11',
  title: { en: 'Comparison with a goal', zh: '目标比较方式' },
  description: { en: 'When a goal is reached.', zh: '目标达成的条件。' },
  growth: 'closed',
  codes: {
    ABOVE: { en: 'Above', zh: '超过' },
    AT_LEAST: { en: 'At least', zh: '不少于' },
  },
});
