import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineMessage,
  Optional,
  privacy,
  Ref,
  Resource,
  type Text,
  Whole,
  words,
} from '../define/index.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { report2025 } from './_examples.ts';
import { publicParty } from './_members.ts';

const count = (title: Text, description: Text) =>
  Whole(0, Number.MAX_SAFE_INTEGER, title, description);

const counts = {
  parcelCount: count(
    { en: 'Parcels', zh: '业务量' },
    { en: 'Parcels of the year.', zh: '全年业务量。' },
  ),
  outletCount: count(
    { en: 'Outlets', zh: '网点数' },
    { en: 'Outlets at the end of the year.', zh: '年末网点数。' },
  ),
  staffCount: count(
    { en: 'Staff', zh: '从业人员数' },
    { en: 'Staff at the end of the year.', zh: '年末从业人员数。' },
  ),
  vehicleCount: count(
    { en: 'Vehicles', zh: '车辆数' },
    { en: 'Vehicles at the end of the year.', zh: '年末车辆数。' },
  ),
  incidentCount: count(
    { en: 'Incidents', zh: '事件数' },
    { en: 'Incidents of safety or data of the year.', zh: '全年安全与数据事件数。' },
  ),
};

const reported = {
  partyId: publicParty,
  year: Whole(
    2000,
    2100,
    { en: 'Year', zh: '年度' },
    { en: 'Calendar year that is reported.', zh: '所报告的公历年度。' },
    privacy('business', 'instant'),
  ),
  ...counts,
};

export const AnnualReportSubmission = Closed(
  'AnnualReportSubmission',
  { en: 'Submission of an annual report', zh: '年报提交' },
  { en: 'What a courier reports of a year.', zh: '快递企业报告的年度情况。' },
  reported,
);
export type AnnualReportSubmission = Static<typeof AnnualReportSubmission>;

/** Party and year stay: a report of another year is another report. */
export const AnnualReportCorrection = Closed(
  'AnnualReportCorrection',
  { en: 'Correction of an annual report', zh: '年报更正' },
  { en: 'A count given replaces the former one.', zh: '给出的数值替换原值。' },
  {
    parcelCount: Optional(counts.parcelCount),
    outletCount: Optional(counts.outletCount),
    staffCount: Optional(counts.staffCount),
    vehicleCount: Optional(counts.vehicleCount),
    incidentCount: Optional(counts.incidentCount),
  },
);
export type AnnualReportCorrection = Static<typeof AnnualReportCorrection>;

export const AnnualReport = Resource(
  'AnnualReport',
  { en: 'Annual report', zh: '年报' },
  {
    en: 'One a party and year; a correction raises its revision.',
    zh: '每主体每年一份；更正使版本号增加。',
  },
  {
    reportId: Ref(
      Uuid,
      words({ en: 'Report id', zh: '年报标识' }, { en: 'Names the report.', zh: '标识该年报。' }),
    ),
    ...reported,
    ...storedMembers,
  },
);
export type AnnualReport = Static<typeof AnnualReport>;

const { reportId: _, revision: __, createdAt: ___, updatedAt: ____, ...submission } = report2025;
const { incidentCount: _____, ...withoutIncidents } = report2025;

export const annualReportSubmission = defineMessage({
  schema: AnnualReportSubmission,
  requirements: [],
  examples: {
    valid: { 'a year of a courier': submission },
    invalid: {
      'a year of two digits': {
        value: { ...submission, year: 25 },
        breaks: { pointer: '/year', rule: 'minimum' },
      },
      'a count below nought': {
        value: { ...submission, incidentCount: -1 },
        breaks: { pointer: '/incidentCount', rule: 'minimum' },
      },
    },
  },
});

export const annualReportCorrection = defineMessage({
  schema: AnnualReportCorrection,
  requirements: [],
  examples: {
    valid: { 'one count': { staffCount: 1876 } },
    invalid: {
      'another year': {
        value: { year: 2024 },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
      'a fraction': {
        value: { staffCount: 1876.5 },
        breaks: { pointer: '/staffCount', rule: 'type' },
      },
    },
  },
});

export const annualReport = defineMessage({
  schema: AnnualReport,
  requirements: [
    {
      id: 'REG-005',
      level: 'MUST',
      roles: ['regulator'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'One annual report per year; a correction is a new revision.',
        zh: '年报一年一份，更正以新版本提交。',
      },
      wire: 'second → 409',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'as handed in': report2025,
      'corrected once': { ...report2025, staffCount: 1876, revision: 2 },
    },
    invalid: {
      'incidents are missing': {
        value: withoutIncidents,
        breaks: { pointer: '', rule: 'required' },
      },
      'revision nought': {
        value: { ...report2025, revision: 0 },
        breaks: { pointer: '/revision', rule: 'minimum' },
      },
    },
  },
});
