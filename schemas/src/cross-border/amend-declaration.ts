import type { Static } from '@sinclair/typebox';
import { Closed, clearOf, defineOperation, Optional } from '../define/index.ts';
import { teaDeclaration } from './_examples.ts';
import { CustomsDeclaration } from './customs-declaration.ts';
import { CustomsDeclarationSubmission } from './customs-declaration-submission.ts';

const { mode, direction, paymentRef, waybillNo, lines, totalValue, buyerAttestation, incoterm } =
  CustomsDeclarationSubmission.properties;

/** The order is what was declared; another order is another declaration. */
export const CustomsDeclarationAmendment = Closed(
  'CustomsDeclarationAmendment',
  { en: 'Amendment of a customs declaration', zh: '报关单修改' },
  {
    en: 'A member given replaces the stored one as a whole; clear removes members. Only what was refused is amended.',
    zh: '给出的成员整体替换已存成员；clear 用于移除成员。仅限已退单者。',
  },
  {
    mode: Optional(mode),
    direction: Optional(direction),
    paymentRef: Optional(paymentRef),
    waybillNo: Optional(waybillNo),
    lines: Optional(lines),
    totalValue: Optional(totalValue),
    buyerAttestation: Optional(buyerAttestation),
    incoterm,
    clear: clearOf(['incoterm']),
  },
);
export type CustomsDeclarationAmendment = Static<typeof CustomsDeclarationAmendment>;

export const amendDeclaration = defineOperation({
  name: 'amend-declaration',
  since: '1.0',
  title: { en: 'Amend a refused declaration', zh: '修改报关单' },
  description: {
    en: 'Submits it again. lines and totalValue are amended together.',
    zh: '修改后重新申报；lines 与 totalValue 须同时修改。',
  },
  servedBy: ['customs-agent'],
  calledBy: ['platform'],
  method: 'PATCH',
  path: '/v1/customs-declarations/{declarationId}',
  request: CustomsDeclarationAmendment,
  answer: { status: 200, body: CustomsDeclaration },
  lifecycle: 'customs-declaration',
  problems: [
    'NOT_FOUND',
    'STATE_ILLEGAL',
    'REVISION_STALE',
    'RULE_VIOLATION',
    'PLAINTEXT_PERSONAL_DATA',
  ],
  requirements: [],
  examples: {
    request: {
      valid: {
        'another payment': { paymentRef: 'PAY-20261111-0002' },
        'another waybill, no term of delivery': {
          waybillNo: 'RB200000010GB',
          clear: ['incoterm'],
        },
        'other goods': {
          lines: teaDeclaration.lines.slice(0, 1),
          totalValue: { currency: 'CNY', minor: 15_800 },
        },
      },
      invalid: {
        'another order': {
          value: { orderNo: 'SO-20261111-0002' },
          breaks: { pointer: '', rule: 'additionalProperties' },
        },
        'lines without their total': {
          value: { lines: teaDeclaration.lines },
          breaks: { pointer: '', rule: 'DSC-023', requirement: 'DSC-023' },
        },
        'a total of other lines': {
          value: { lines: teaDeclaration.lines.slice(0, 1), totalValue: teaDeclaration.totalValue },
          breaks: { pointer: '/totalValue', rule: 'XBD-002', requirement: 'XBD-002' },
        },
      },
    },
  },
});
