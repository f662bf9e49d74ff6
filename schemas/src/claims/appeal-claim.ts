import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation } from '../define/index.ts';
import { claimsText } from './_claims-text.ts';
import { Claim } from './claim.ts';

/** Once a claim, within 15 days of its rejection. */
export const ClaimAppeal = Closed(
  'ClaimAppeal',
  { en: 'Appeal of a claim', zh: '理赔申诉' },
  { en: 'Why a rejected claim is to be looked at again.', zh: '请求复核被驳回理赔的理由。' },
  {
    reasonText: claimsText(
      300,
      { en: 'Reason', zh: '申诉理由' },
      {
        en: 'Why, without the name or the number of anybody.',
        zh: '申诉的理由，不得含任何人的姓名或号码。',
      },
    ),
  },
);
export type ClaimAppeal = Static<typeof ClaimAppeal>;

export const appealClaim = defineOperation({
  name: 'appeal-claim',
  since: '1.0',
  title: { en: 'Appeal a claim', zh: '申诉理赔' },
  servedBy: ['courier', 'insurer'],
  calledBy: ['platform', 'merchant'],
  method: 'POST',
  path: '/v1/claims/{claimId}/appeal',
  request: ClaimAppeal,
  answer: { status: 200, body: Claim },
  lifecycle: 'claim',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL', 'PLAINTEXT_PERSONAL_DATA'],
  requirements: [],
  examples: {
    request: {
      valid: { 'the photo shows the damage': { reasonText: '照片可见外箱在交付前已破损' } },
      invalid: {
        'no reason': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'a phone number in the reason': {
          value: { reasonText: '请致电 19900000001 核实' },
          breaks: { pointer: '/reasonText', rule: 'digit-run' },
        },
        'the name of the consignee in the reason': {
          value: { reasonText: '收件人：张三丰，签收时外箱已破损' },
          breaks: { pointer: '/reasonText', rule: 'named-person', requirement: 'CLM-005' },
        },
      },
    },
  },
});
