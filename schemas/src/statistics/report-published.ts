import type { Static } from '@sinclair/typebox';
import { defineEvent, ORGANISATION_ROLES, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { monthReport } from './_examples.ts';
import { IndicatorCode } from './indicator-codes.ts';
import { IndicatorPeriod } from './indicator-period.ts';

/** That there is something to read; the value is read and not sent around. */
export const IndicatorPublication = Resource(
  'IndicatorPublication',
  { en: 'Publication of an indicator', zh: '指标发布' },
  { en: 'That a report was published.', zh: '一份报告已发布。' },
  {
    reportId: Ref(
      Uuid,
      words({ en: 'Report id', zh: '报告标识' }, { en: 'Names the report.', zh: '标识该报告。' }),
    ),
    indicator: Ref(IndicatorCode),
    period: Ref(IndicatorPeriod),
    occurredAt: Ref(
      Instant,
      words(
        { en: 'Occurred at', zh: '发生时间' },
        { en: 'When it was published.', zh: '发布的时刻。' },
      ),
    ),
  },
);
export type IndicatorPublication = Static<typeof IndicatorPublication>;

const { reportId, indicator, period } = monthReport;
const publication: IndicatorPublication = {
  reportId,
  indicator,
  period,
  occurredAt: '2026-11-05T09:00:00+08:00',
};
const { period: _, ...withoutPeriod } = publication;

export const reportPublished = defineEvent({
  type: 'org.openwaybill.statistics.report.published',
  since: '1.0',
  title: { en: 'An indicator was published', zh: '指标已发布' },
  from: ['regulator', 'hub'],
  to: ORGANISATION_ROLES,
  data: IndicatorPublication,
  subject: 'reportId',
  lifecycle: 'indicator-report',
  states: ['PUBLISHED'],
  requirements: [],
  examples: {
    valid: { 'parcels of a month': publication },
    invalid: {
      'the period is missing': { value: withoutPeriod, breaks: { pointer: '', rule: 'required' } },
      'a fortnight': {
        value: { ...publication, period: { ...period, toOn: '2026-10-14' } },
        breaks: { pointer: '/period/toOn', rule: 'STA-003', requirement: 'STA-003' },
      },
    },
  },
});
