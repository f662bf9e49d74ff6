import { tripleMatch } from '@openwaybill/reference/cross-border';
import type { CustomsDeclaration, TripleMatch } from '@openwaybill/schemas';

/** What the invented authority replies, by the name of the fact. */
const REPLIES: Readonly<Record<string, { readonly code: string; readonly text?: string }>> = {
  MESSAGE_REFUSED: { code: '100', text: '单证信息不一致，退单' },
  BOOKED: { code: '120' },
  INSPECTION_ORDERED: { code: '300', text: '布控查验' },
  DUTY_ASKED: { code: '500', text: '待缴税款' },
  DUTY_PAID: { code: '510' },
  RELEASED: { code: '800' },
  HELD: { code: '600', text: '扣留待核' },
  RETURNED: { code: '700', text: '退运' },
  SEIZED: { code: '710', text: '没收' },
};

/** Members of the declaration that hold the reply to a fact; none for what is no reply. */
export const replyTo = (
  fact: string,
): Pick<CustomsDeclaration, 'authorityCode' | 'authorityText'> => {
  const reply = REPLIES[fact];
  if (reply === undefined) return {};
  const { code, text } = reply;
  return { authorityCode: code, ...(text === undefined ? {} : { authorityText: text }) };
};

/** A payment whose number begins so was never made, or is a minor unit short. */
const UNPAID = /^UNPAID/;
const UNDERPAID = /^SHORT/;
/** Weight of what is around goods. */
const PACKAGING_GRAMS = 150;

/** What the other parties sent the invented authority: what was declared, but for payments that say otherwise. */
const sentFor = ({
  orderNo,
  paymentRef,
  waybillNo,
  totalValue,
  lines,
}: CustomsDeclaration): Parameters<typeof tripleMatch>[1] => {
  const amount = UNDERPAID.test(paymentRef)
    ? { ...totalValue, minor: totalValue.minor - 1 }
    : totalValue;
  return {
    order: { orderNo, totalValue },
    ...(UNPAID.test(paymentRef) ? {} : { payment: { paymentRef, orderNo, amount } }),
    waybill: {
      waybillNo,
      orderNo,
      grossWeightGrams: lines.reduce((sum, line) => sum + line.netWeightGrams, PACKAGING_GRAMS),
    },
  };
};

const BOOKED = '120';
const REFUSED = '100';

/** What the authority makes of order, payment and waybill: a receipt for each that it was sent. */
export const matchOf = (declaration: CustomsDeclaration, now: string): TripleMatch => {
  const sent = sentFor(declaration);
  const { differences, ...matched } = tripleMatch(declaration, sent);
  const receipts = (
    [
      ['ORDER', sent.order, matched.orderMatched],
      ['PAYMENT', sent.payment, matched.paymentMatched],
      ['WAYBILL', sent.waybill, matched.waybillMatched],
    ] as const
  ).flatMap(([document, isSent, isMatched]) =>
    isSent === undefined
      ? []
      : [{ document, returnStatus: isMatched ? BOOKED : REFUSED, receivedAt: now }],
  );
  return { declarationId: declaration.declarationId, ...matched, receipts };
};
