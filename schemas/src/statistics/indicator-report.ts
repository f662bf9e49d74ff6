import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineMessage,
  Flag,
  Line,
  Optional,
  privacy,
  Ref,
  Resource,
  Whole,
  words,
} from '../define/index.ts';
import { PartyRef } from '../vocabulary/party-ref.ts';
import { RegionCode } from '../vocabulary/region-code.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { monthOfDistrict, monthReport } from './_examples.ts';
import { IndicatorCode } from './indicator-codes.ts';
import { IndicatorPeriod } from './indicator-period.ts';
import { IndicatorReportStatus, IndicatorUnit } from './statistics-codes.ts';

const reported = {
  reportedBy: Ref(
    PartyRef,
    words(
      { en: 'Reported by', zh: '上报方' },
      { en: 'Whose figure it is.', zh: '指标的上报主体。' },
    ),
  ),
  period: Ref(IndicatorPeriod),
  regionCode: Ref(RegionCode, {
    ...words(
      { en: 'Region', zh: '地区' },
      { en: 'Prefecture or district that is counted.', zh: '所统计的市或区县。' },
    ),
    ...privacy('public', 'addr.division'),
  }),
  indicator: Ref(IndicatorCode, privacy('public', 'code')),
  value: Optional(
    Whole(
      0,
      Number.MAX_SAFE_INTEGER,
      { en: 'Value', zh: '指标值' },
      {
        en: 'In the unit of the indicator; absent when suppressed.',
        zh: '以指标单位计；被抑制时不出现。',
      },
      privacy('public', 'aggregate'),
    ),
  ),
  unit: Ref(IndicatorUnit, privacy('public', 'code')),
  suppressed: Flag(
    { en: 'Suppressed', zh: '已抑制' },
    {
      en: 'Whether the value is withheld, because it could tell of single persons or merchants.',
      zh: '是否因可能泄露个人或商家而不公布数值。',
    },
    privacy('public', 'flag'),
  ),
  methodVersion: Line(
    40,
    { en: 'Version of the method', zh: '方法版本' },
    { en: 'Of the definitions by which it was computed.', zh: '计算所用定义的版本。' },
    { pattern: '[A-Za-z0-9._-]{1,40}', ...privacy('public', 'technical') },
  ),
  revisesReportId: Optional(
    Ref(Uuid, {
      ...words(
        { en: 'Revises', zh: '修订的报告' },
        {
          en: 'The published report that this one corrects; it stays readable.',
          zh: '本报告所更正的已发布报告；原报告仍可读取。',
        },
      ),
      ...privacy('public', 'technical'),
    }),
  ),
};

/** What is counted, and how many persons and merchants stand behind it: only the receiver sees the latter. */
export const IndicatorSubmission = Closed(
  'IndicatorSubmission',
  { en: 'Submission of an indicator', zh: '指标上报' },
  {
    en: 'One indicator of one region and period, with the size of its base.',
    zh: '一个地区、一个期间的一项指标及其基数。',
  },
  {
    ...reported,
    personCount: Whole(
      0,
      Number.MAX_SAFE_INTEGER,
      { en: 'Persons', zh: '人数' },
      { en: 'Natural persons in the base; never published.', zh: '基数中的自然人数；不公布。' },
    ),
    merchantCount: Whole(
      0,
      Number.MAX_SAFE_INTEGER,
      { en: 'Merchants', zh: '商家数' },
      { en: 'Merchants in the base; never published.', zh: '基数中的商家数；不公布。' },
    ),
    largestMerchantPerMille: Optional(
      Whole(
        0,
        1000,
        { en: 'Largest merchant', zh: '最大商家占比' },
        {
          en: 'Share of the largest merchant in the base, in thousandths; never published. Absent: unknown, and the cell is suppressed unless there are no merchants in the base of the indicator.',
          zh: '最大商家在基数中的千分比；不公布。未给出即未知：除非该指标的基数不含商家，单元被抑制。',
        },
      ),
    ),
  },
);
export type IndicatorSubmission = Static<typeof IndicatorSubmission>;

/** A published cell. The size of its base is not part of it. */
export const IndicatorReport = Resource(
  'IndicatorReport',
  { en: 'Indicator report', zh: '指标报告' },
  {
    en: 'One indicator of one region and period; a value, or the mark that it is suppressed.',
    zh: '一个地区、一个期间的一项指标：给出数值或注明已抑制。',
  },
  {
    reportId: Ref(Uuid, {
      ...words(
        { en: 'Report id', zh: '报告标识' },
        { en: 'Names the report.', zh: '标识该报告。' },
      ),
      ...privacy('public', 'technical'),
    }),
    ...reported,
    status: Ref(IndicatorReportStatus),
    ...storedMembers,
  },
);
export type IndicatorReport = Static<typeof IndicatorReport>;

const { value: _, ...withoutValue } = monthOfDistrict;
const { value: __, ...reportWithoutValue } = monthReport;

export const indicatorSubmission = defineMessage({
  schema: IndicatorSubmission,
  requirements: [
    {
      id: 'STA-001',
      level: 'MUST',
      roles: ['courier', 'hub'],
      position: 'caller',
      tier: 'C',
      text: {
        en: 'An indicator equals its definition over the event log.',
        zh: '指标须与定义的计算结果一致。',
      },
      wire: 'recompute from scans',
      excluded: {
        because: 'OFF_THE_WIRE',
        why: {
          en: 'Which events a reporter has counted does not cross the wire; its own log is counted with `openwaybill stats`.',
          zh: '上报方统计了哪些事件不上线；可用 `openwaybill stats` 复算其日志。',
        },
      },
    },
  ],
  examples: {
    valid: {
      'parcels of a month': monthOfDistrict,
      'the reporter suppressed it': { ...withoutValue, suppressed: true, personCount: 9 },
    },
    invalid: {
      'a value and no value': {
        value: { ...monthOfDistrict, suppressed: true },
        breaks: { pointer: '/value', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'neither a value nor suppressed': {
        value: withoutValue,
        breaks: { pointer: '', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'a unit of another indicator': {
        value: { ...monthOfDistrict, unit: 'PER_MILLE' },
        breaks: { pointer: '/unit', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'a fraction': {
        value: { ...monthOfDistrict, value: 12.5 },
        breaks: { pointer: '/value', rule: 'type' },
      },
      'a fortnight': {
        value: {
          ...monthOfDistrict,
          period: { kind: 'MONTH', fromOn: '2026-10-01', toOn: '2026-10-14' },
        },
        breaks: { pointer: '/period/toOn', rule: 'STA-003', requirement: 'STA-003' },
      },
    },
  },
});

export const indicatorReport = defineMessage({
  schema: IndicatorReport,
  requirements: [
    {
      id: 'STA-002',
      level: 'MUST',
      roles: ['regulator', 'hub'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'Cells below the threshold are suppressed, with complementary suppression.',
        zh: '低于阈值的单元须抑制。',
      },
      wire: 'seed 9 and 10 persons',
      judgedBy: 'check',
    },
    {
      id: 'STA-004',
      level: 'MUST',
      roles: ['regulator', 'hub'],
      position: 'server',
      tier: 'C',
      text: {
        en: 'A revision keeps the former value readable.',
        zh: '修订须保留原值。',
      },
      wire: 'read revisions',
      judgedBy: 'check',
    },
    {
      id: 'STA-005',
      level: 'MUST NOT',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'Reports hold waybill numbers or references.',
        zh: '统计不得含单号或引用。',
      },
      wire: 'scan',
      judgedBy: 'check',
    },
    {
      id: 'STA-006',
      level: 'MUST',
      roles: ['hub'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'Parts and totals agree up to rounding and suppression.',
        zh: '分项与合计一致。',
      },
      wire: 'sum',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'published, rounded to five': monthReport,
      suppressed: { ...reportWithoutValue, suppressed: true },
      'a correction': {
        ...monthReport,
        reportId: '019398a0-0000-7000-8000-00000000d002',
        value: 183_215,
        revisesReportId: monthReport.reportId,
      },
    },
    invalid: {
      'its base is told': {
        value: { ...monthReport, personCount: 9120 },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
      'suppressed, and yet there': {
        value: { ...monthReport, suppressed: true },
        breaks: { pointer: '/value', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'neither a value nor suppressed': {
        value: reportWithoutValue,
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
    },
  },
});
