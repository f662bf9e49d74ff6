import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
  Line,
  ListOf,
  Optional,
  privacy,
  Ref,
  Resource,
  words,
} from '../define/index.ts';
import { Attachment } from '../vocabulary/attachment.ts';
import { Contact } from '../vocabulary/contact.ts';
import { FilingNo } from '../vocabulary/filing-no.ts';
import { Instant } from '../vocabulary/instant.ts';
import { LicenceNo } from '../vocabulary/licence-no.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { stationFiling } from './_examples.ts';
import { PointId } from './point-id.ts';
import { OutletFilingStatus } from './service-point-codes.ts';

/** The only place where a responsible person is named; regulator and courier alone see it. */
export const OutletFiling = Resource(
  'OutletFiling',
  { en: 'Filing of an outlet', zh: '末端网点备案' },
  {
    en: 'What a courier files about an outlet, and how far the filing is.',
    zh: '快递企业就末端网点提交的备案及其进展。',
  },
  {
    filingId: Ref(
      Uuid,
      words({ en: 'Filing id', zh: '备案标识' }, { en: 'Names the filing.', zh: '标识该备案。' }),
    ),
    pointId: Ref(PointId),
    licenceNo: Ref(LicenceNo),
    filedAt: Ref(
      Instant,
      words(
        { en: 'Filed at', zh: '提交时刻' },
        { en: 'When the courier filed it.', zh: '快递企业提交备案的时刻。' },
      ),
    ),
    documents: Optional(
      ListOf(
        Ref(Attachment),
        0,
        20,
        words(
          { en: 'Documents', zh: '材料' },
          { en: 'Papers that prove what is filed.', zh: '备案所附材料。' },
        ),
      ),
    ),
    responsiblePerson: Ref(Contact, {
      ...words(
        { en: 'Responsible person', zh: '负责人' },
        {
          en: 'Who answers for the outlet; a legal duty, and never shown beyond regulator and courier.',
          zh: '网点负责人；依法备案，仅监管部门与该快递企业可见。',
        },
      ),
      ...privacy('personal', 'person-name', { subject: 'organisation-staff' }),
    }),
    status: Ref(OutletFilingStatus),
    filingNo: Optional(
      Ref(
        FilingNo,
        words(
          { en: 'Filing number', zh: '备案号' },
          { en: 'Given when the filing takes effect.', zh: '备案生效时给出。' },
        ),
      ),
    ),
    remark: Optional(
      Line(
        300,
        { en: 'Remark', zh: '退回意见' },
        { en: 'Why it was returned; names no person.', zh: '退回原因；不得含个人信息。' },
        { 'x-check': 'digit-run', ...privacy('business', 'business-text') },
      ),
    ),
    ...storedMembers,
  },
);
export type OutletFiling = Static<typeof OutletFiling>;

const { status: _, ...withoutStatus } = stationFiling;

export const outletFiling = defineMessage({
  schema: OutletFiling,
  requirements: [
    {
      id: 'SVP-003',
      level: 'MUST NOT',
      roles: ['regulator'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'The responsible person is returned by a public read or event.',
        zh: '负责人信息不得公开。',
      },
      wire: 'canary scan',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'just submitted': stationFiling,
      'returned with a remark': {
        ...stationFiling,
        status: 'RETURNED',
        remark: '许可证扫描件不清晰',
        revision: 2,
      },
      'in effect': {
        ...stationFiling,
        status: 'EFFECTIVE',
        filingNo: 'LN-2026-000123',
        revision: 3,
      },
    },
    invalid: {
      'no status': { value: withoutStatus, breaks: { pointer: '', rule: 'required' } },
      'in effect without a number': {
        value: { ...stationFiling, status: 'EFFECTIVE' },
        breaks: { pointer: '', rule: 'DSC-021' },
      },
      'a number before it is in effect': {
        value: { ...stationFiling, filingNo: 'LN-2026-000123' },
        breaks: { pointer: '/filingNo', rule: 'DSC-021' },
      },
      'a phone number in the remark': {
        value: { ...stationFiling, status: 'RETURNED', remark: '请联系 19900000001' },
        breaks: { pointer: '/remark', rule: 'digit-run' },
      },
    },
  },
});
