import type { Static } from '@sinclair/typebox';
import {
  defineOperation,
  ORGANISATION_ROLES,
  pageOf,
  privacy,
  Ref,
  words,
} from '../define/index.ts';
import { CivilDate } from '../vocabulary/civil-date.ts';
import { RegionCode } from '../vocabulary/region-code.ts';
import { monthReport } from './_examples.ts';
import { IndicatorCode } from './indicator-codes.ts';
import { IndicatorReport } from './indicator-report.ts';

export const IndicatorReportPage = pageOf(IndicatorReport, {
  en: 'indicator report',
  zh: '指标报告',
});
export type IndicatorReportPage = Static<typeof IndicatorReportPage>;

export const listIndicators = defineOperation({
  name: 'list-indicators',
  since: '1.0',
  title: { en: 'List indicators', zh: '列出指标' },
  description: {
    en: 'fromOn and toOn together are a declared period; any other range is refused. The same query gets the same values.',
    zh: 'fromOn 与 toOn 合为一个申报期间，其他范围一律拒绝；相同查询得到相同数值。',
  },
  servedBy: ['regulator', 'hub'],
  calledBy: ORGANISATION_ROLES,
  method: 'GET',
  path: '/v1/indicator-reports',
  query: {
    regionCode: Ref(RegionCode, {
      ...words(
        { en: 'Region', zh: '地区' },
        { en: 'This region and those inside it.', zh: '该地区及其下级地区。' },
      ),
      ...privacy('public', 'none'),
    }),
    indicator: Ref(
      IndicatorCode,
      words({ en: 'Indicator', zh: '指标' }, { en: 'Only this one.', zh: '仅限该指标。' }),
    ),
    fromOn: Ref(
      CivilDate,
      words({ en: 'From', zh: '起' }, { en: 'First day of the period.', zh: '期间首日。' }),
    ),
    toOn: Ref(
      CivilDate,
      words({ en: 'To', zh: '止' }, { en: 'Last day of the period.', zh: '期间末日。' }),
    ),
  },
  answer: { status: 200, body: IndicatorReportPage },
  problems: [],
  agreement: 'none',
  requirements: [],
  examples: {
    answer: {
      valid: { 'none so far': { items: [] }, 'one report': { items: [monthReport] } },
      invalid: {
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'an item is a number': {
          value: { items: [183_205] },
          breaks: { pointer: '/items/0', rule: 'type' },
        },
      },
    },
  },
});
