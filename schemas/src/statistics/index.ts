import { defineModule } from '../define/index.ts';

export const statisticsModule = defineModule({
  name: 'statistics',
  chapter: 21,
  prefix: 'STA',
  title: { en: 'Statistics and monitoring', zh: '统计监测' },
  description: {
    en: 'Indicators with an executable definition, and cells that disclose nobody.',
    zh: '指标有可执行的定义，单元不泄露个体。',
  },
  conformanceClass: 'statistics',
  clauses: ['DL-S5', 'DL-G', 'SC-1'],
});

export * from './get-indicator-report.ts';
export * from './indicator-codes.ts';
export * from './indicator-definition.ts';
export * from './indicator-definition-of.ts';
export * from './indicator-period.ts';
export * from './indicator-report.ts';
export * from './indicator-report-lifecycle.ts';
export * from './list-indicator-definitions.ts';
export * from './list-indicators.ts';
export * from './report-indicators.ts';
export * from './report-published.ts';
export * from './statistics-codes.ts';
