import type {
  RefundTrigger,
  Return,
  ReturnAuthorisation,
  ReturnInspection,
} from '@openwaybill/schemas';
import { at, membersRule } from '../rules/members-rule.ts';

/** Points at every later line that has the number of an earlier one. */
const repeatedLines = (
  list: string,
  lines: readonly { readonly lineNo: number }[],
): readonly string[] => {
  const numbers = lines.map(({ lineNo }) => lineNo);
  return numbers.flatMap((lineNo, index) =>
    at(`/${list}/${index}/lineNo`, numbers.indexOf(lineNo) === index),
  );
};

const lineWords = {
  text: { en: 'a line stands twice', zh: '同一行出现两次' },
  hint: { en: 'Add its counts up in one line.', zh: '请合并为一行。' },
};

const wayRules = (schema: string, id: 'DSC-021' | 'DSC-023') => [
  membersRule<ReturnAuthorisation>({
    schema,
    id,
    part: 'way',
    broken: ({ pickupWindow, dropOffPointId }) =>
      at('', (pickupWindow === undefined) !== (dropOffPointId === undefined)),
    text: {
      en: 'the goods are neither picked up nor dropped off, or both',
      zh: '取件与自寄须恰取其一',
    },
    hint: {
      en: 'Send pickupWindow or dropOffPointId, and not both.',
      zh: '请给出 pickupWindow 或 dropOffPointId 之一。',
    },
  }),
  membersRule<ReturnAuthorisation>({
    schema,
    id,
    part: 'lines',
    broken: ({ items }) => repeatedLines('items', items),
    ...lineWords,
  }),
  membersRule<ReturnAuthorisation>({
    schema,
    id,
    part: 'quantity',
    broken: ({ items }) =>
      items.flatMap(({ quantity }, index) =>
        at(`/items/${index}/quantity/value`, quantity.value > 0),
      ),
    text: { en: 'nothing of the line goes back', zh: '该行退回数量为零' },
    hint: { en: 'Leave the line out.', zh: '请去掉该行。' },
  }),
];

const MOVING: readonly string[] = ['IN_TRANSIT', 'RECEIVED', 'INSPECTED', 'REFUNDED', 'REFUSED'];

/** Rules of returns, their lines and what is refunded. */
export const returnsRules = [
  ...wayRules('ReturnAuthorisation', 'DSC-023'),
  ...wayRules('Return', 'DSC-021'),
  membersRule<Return>({
    schema: 'Return',
    id: 'DSC-021',
    part: 'waybill',
    broken: ({ status, returnWaybillNo, originalWaybillNo }) => [
      ...at('', returnWaybillNo !== undefined || !MOVING.includes(status)),
      ...at('/returnWaybillNo', returnWaybillNo !== originalWaybillNo),
    ],
    text: {
      en: 'a return on its way has no waybill of its own',
      zh: '在途退货没有独立的运单',
    },
    hint: {
      en: 'Name the new waybill, which is not the original.',
      zh: '请给出不同于原单的退货运单。',
    },
  }),
  membersRule<ReturnInspection>({
    schema: 'ReturnInspection',
    id: 'DSC-023',
    part: 'lines',
    broken: ({ lines }) => repeatedLines('lines', lines),
    ...lineWords,
  }),
  membersRule<ReturnInspection>({
    schema: 'ReturnInspection',
    id: 'DSC-023',
    part: 'rejected',
    broken: ({ lines }) =>
      lines.flatMap(({ grade, acceptedCount }, index) =>
        at(`/lines/${index}/acceptedCount`, grade !== 'REJECTED' || acceptedCount === 0),
      ),
    text: { en: 'a rejected line is accepted', zh: '拒收行的接受数量不为零' },
    hint: { en: 'Send 0, or another grade.', zh: '请填 0，或改用其他等级。' },
  }),
  membersRule<RefundTrigger>({
    schema: 'RefundTrigger',
    id: 'DSC-022',
    broken: ({ amount }) => at('/amount/minor', amount.minor > 0),
    text: { en: 'a refund of nothing, or the reverse of one', zh: '退款金额不为正数' },
    hint: { en: 'A refund is a positive amount.', zh: '退款金额须为正数。' },
  }),
];
