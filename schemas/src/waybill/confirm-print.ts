import type { Static } from '@sinclair/typebox';
import {
  Closed,
  check,
  defineOperation,
  Line,
  Optional,
  privacy,
  Ref,
  words,
} from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { CopyCount } from './copy-count.ts';
import { Waybill } from './waybill.ts';

/** Labels are counted, for a second one can be put on a second parcel. */
export const PrintConfirmation = Closed(
  'PrintConfirmation',
  { en: 'Confirmation of a print', zh: '打印确认' },
  { en: 'Tells that a label was printed.', zh: '告知面单已打印。' },
  {
    printedAt: Ref(
      Instant,
      words(
        { en: 'Printed at', zh: '打印时间' },
        { en: 'When the printer was done.', zh: '打印完成的时刻。' },
      ),
    ),
    copyCount: Ref(CopyCount),
    printerId: Optional(
      Line(
        40,
        { en: 'Printer', zh: '打印机' },
        { en: 'Which printer it was.', zh: '所用打印机的标识。' },
        privacy('business', 'technical'),
      ),
    ),
    reprintReason: Optional(
      Line(
        60,
        { en: 'Reason of the reprint', zh: '重打原因' },
        {
          en: 'Needed from the second print on; no run of seven digits.',
          zh: '第二次及以后打印须给出；不得含连续七位数字。',
        },
        { ...privacy('business', 'business-text'), ...check('digit-run') },
      ),
    ),
  },
);
export type PrintConfirmation = Static<typeof PrintConfirmation>;

const firstPrint: PrintConfirmation = { printedAt: '2026-11-11T10:05:00+08:00', copyCount: 1 };

export const confirmPrint = defineOperation({
  name: 'confirm-print',
  since: '1.0',
  title: { en: 'Confirm a print', zh: '确认打印' },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/waybills/{waybillNo}/print-confirmations',
  request: PrintConfirmation,
  answer: { status: 201, body: Waybill },
  lifecycle: 'waybill',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL', 'RULE_VIOLATION', 'PLAINTEXT_PERSONAL_DATA'],
  requirements: [
    {
      id: 'WBL-012',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'A reprint without reason is refused with RULE_VIOLATION.',
        zh: '无原因的重打须拒绝。',
      },
      wire: 'second confirmPrint without reprintReason',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: {
        'the first print': firstPrint,
        'a reprint': { ...firstPrint, printerId: 'PRN-07', reprintReason: '纸张卡住' },
      },
      invalid: {
        'no copy': {
          value: { ...firstPrint, copyCount: 0 },
          breaks: { pointer: '/copyCount', rule: 'minimum' },
        },
        'no time': { value: { copyCount: 1 }, breaks: { pointer: '', rule: 'required' } },
        'a phone number as reason': {
          value: { ...firstPrint, reprintReason: '客户 19900008000 要求' },
          breaks: { pointer: '/reprintReason', rule: 'digit-run' },
        },
      },
    },
  },
});
