import type { Static } from '@sinclair/typebox';
import { Closed, clearOf, defineOperation, Optional } from '../define/index.ts';
import { OutletFiling } from './outlet-filing.ts';

const { licenceNo, documents, responsiblePerson } = OutletFiling.properties;

/** Another point is another filing. */
export const OutletFilingAmendment = Closed(
  'OutletFilingAmendment',
  { en: 'Amendment of a filing', zh: '备案修改' },
  {
    en: 'A member given replaces the stored one as a whole; clear removes members.',
    zh: '给出的成员整体替换已存成员；clear 用于移除成员。',
  },
  {
    licenceNo: Optional(licenceNo),
    documents,
    responsiblePerson: Optional(responsiblePerson),
    clear: clearOf(['documents']),
  },
);
export type OutletFilingAmendment = Static<typeof OutletFilingAmendment>;

export const amendOutletFiling = defineOperation({
  name: 'amend-outlet-filing',
  since: '1.0',
  title: { en: 'Amend a filing', zh: '修改备案' },
  description: {
    en: 'Submits a returned filing again, or asks to change an effective one; that stays in force until the change is accepted.',
    zh: '重新提交被退回的备案，或申请变更已生效的备案；变更受理前原备案继续有效。',
  },
  servedBy: ['regulator'],
  calledBy: ['courier'],
  method: 'PATCH',
  path: '/v1/outlet-filings/{filingId}',
  request: OutletFilingAmendment,
  answer: { status: 200, body: OutletFiling },
  lifecycle: 'outlet-filing',
  problems: [
    'NOT_FOUND',
    'STATE_ILLEGAL',
    'RULE_VIOLATION',
    'MASKED_VALUE_AS_INPUT',
    'PLAINTEXT_PERSONAL_DATA',
  ],
  requirements: [],
  examples: {
    request: {
      valid: {
        'another licence': { licenceNo: '国邮样例20260002L' },
        'another person, and no papers': {
          responsiblePerson: { name: '李样例', mobile: '+8619900000002' },
          clear: ['documents'],
        },
      },
      invalid: {
        'another point': {
          value: { pointId: '0193a5c0-7d4e-7a11-8c00-000000000106' },
          breaks: { pointer: '', rule: 'additionalProperties' },
        },
        'a required member cleared': {
          value: { clear: ['licenceNo'] },
          breaks: { pointer: '/clear/0', rule: 'enum' },
        },
        'a masked number': {
          value: { responsiblePerson: { name: '李样例', mobile: '*******0002' } },
          breaks: { pointer: '/responsiblePerson/mobile', rule: 'masked-input' },
        },
      },
    },
  },
});
