import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineOperation,
  Line,
  ORGANISATION_ROLES,
  privacy,
  Ref,
  SERVING_ROLES,
  words,
} from '../define/index.ts';
import { CivilDate } from '../vocabulary/civil-date.ts';
import { Agreement } from './agreement.ts';

export const AgreementTermination = Closed(
  'AgreementTermination',
  { en: 'Termination of an agreement', zh: '协议终止' },
  { en: 'Declines a proposal, or ends what was agreed.', zh: '拒绝提议，或终止已有协议。' },
  {
    reason: Line(
      200,
      { en: 'Reason', zh: '原因' },
      { en: 'Why it ends.', zh: '终止的原因。' },
      privacy('business', 'business-text'),
    ),
    effectiveOn: Ref(
      CivilDate,
      words(
        { en: 'Effective on', zh: '终止日期' },
        { en: 'First day without it.', zh: '协议不再有效的首日。' },
      ),
    ),
  },
);
export type AgreementTermination = Static<typeof AgreementTermination>;

export const terminateAgreement = defineOperation({
  name: 'terminate-agreement',
  since: '1.0',
  title: { en: 'Terminate an agreement', zh: '终止协议' },
  description: {
    en: 'By either party. A proposal is declined by it, and what is signed but not yet effective ends at once. Between platform and courier it needs a notice of class TERMINATION, once it is effective. When an agreement ends, by this or by its last day, the grants of reveals that no other effective agreement covers are revoked.',
    zh: '任一方均可终止。提议由此被拒绝，已签署而未生效者立即终止。平台与快递企业之间，生效后终止须有 TERMINATION 通知。协议因终止或期满而结束时，其他有效协议未涵盖的揭示授权即被撤销。',
  },
  servedBy: SERVING_ROLES,
  calledBy: ORGANISATION_ROLES,
  method: 'POST',
  path: '/v1/agreements/{agreementId}/terminate',
  request: AgreementTermination,
  answer: { status: 200, body: Agreement },
  lifecycle: 'agreement',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL', 'RULE_VIOLATION'],
  agreement: 'none',
  requirements: [
    {
      id: 'AGR-011',
      level: 'MUST',
      roles: ['courier', 'platform'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'Termination between platform and courier without a TERMINATION notice is refused.',
        zh: '无终止通知的终止须拒绝。',
      },
      wire: 'terminate directly',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: { 'the contract ran out': { reason: '合同期满不再续签', effectiveOn: '2027-01-31' } },
      invalid: {
        'the day is missing': {
          value: { reason: '合同期满不再续签' },
          breaks: { pointer: '', rule: 'required' },
        },
        'the day does not exist': {
          value: { reason: '合同期满不再续签', effectiveOn: '2027-02-30' },
          breaks: { pointer: '/effectiveOn', rule: 'format' },
        },
        'reason is empty': {
          value: { reason: '', effectiveOn: '2027-01-31' },
          breaks: { pointer: '/reason', rule: 'minLength' },
        },
      },
    },
  },
});
