import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation, Optional, Ref, words } from '../define/index.ts';
import { ConsigneeRef } from '../vocabulary/consignee-ref.ts';
import { InstructionKind } from './claims-codes.ts';
import { ExceptionReport } from './exception-report.ts';

/** A new address is a new reference, never a text. */
export const ExceptionInstruction = Closed(
  'ExceptionInstruction',
  { en: 'Instruction about an exception', zh: '异常指示' },
  { en: 'What the courier is to do with the parcel.', zh: '快递企业应如何处理包裹。' },
  {
    instruction: Ref(InstructionKind),
    newConsigneeRef: Optional(
      Ref(
        ConsigneeRef,
        words(
          { en: 'New consignee', zh: '新收件人引用' },
          {
            en: 'Given where it is delivered again to somebody else or elsewhere.',
            zh: '再派至他人或他处时给出。',
          },
        ),
      ),
    ),
  },
);
export type ExceptionInstruction = Static<typeof ExceptionInstruction>;

export const instructException = defineOperation({
  name: 'instruct-exception',
  since: '1.0',
  title: { en: 'Instruct about an exception', zh: '下达异常指示' },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/exceptions/{exceptionId}/instruct',
  request: ExceptionInstruction,
  answer: { status: 200, body: ExceptionReport },
  lifecycle: 'exception',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL', 'CHECK_DIGIT_INVALID', 'RULE_VIOLATION'],
  requirements: [],
  examples: {
    request: {
      valid: {
        'send it back': { instruction: 'RETURN' },
        'deliver it elsewhere': {
          instruction: 'REDELIVER',
          newConsigneeRef: 'cr1_8OHSw7Sllod4aVpLPC0eDwL',
        },
      },
      invalid: {
        'an unknown instruction': {
          value: { instruction: 'GIVE_AWAY' },
          breaks: { pointer: '/instruction', rule: 'enum' },
        },
        'a slip in the new reference': {
          value: { instruction: 'REDELIVER', newConsigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw5' },
          breaks: { pointer: '/newConsigneeRef', rule: 'check-digit' },
        },
        'destroyed, and to a new consignee': {
          value: { instruction: 'DESTROY', newConsigneeRef: 'cr1_8OHSw7Sllod4aVpLPC0eDwL' },
          breaks: { pointer: '/newConsigneeRef', rule: 'DSC-023', requirement: 'DSC-023' },
        },
      },
    },
  },
});
