import type { CustomsDeclaration, Money, TripleMatch } from '@openwaybill/schemas';

type Declared = Pick<
  CustomsDeclaration,
  'orderNo' | 'paymentRef' | 'waybillNo' | 'totalValue' | 'lines'
>;

/** What the three parties sent the authority, each on its own. */
export type SentDocuments = {
  readonly order?: { readonly orderNo: string; readonly totalValue: Money };
  readonly payment?: {
    readonly paymentRef: string;
    readonly orderNo: string;
    readonly amount: Money;
  };
  readonly waybill?: {
    readonly waybillNo: string;
    readonly orderNo: string;
    readonly grossWeightGrams: number;
  };
};

/** The first member that keeps a document from agreeing. */
export type Difference = {
  readonly document: 'ORDER' | 'PAYMENT' | 'WAYBILL';
  readonly member: 'MISSING' | 'orderNo' | 'paymentRef' | 'waybillNo' | 'value' | 'weight';
};

const isSame = (a: Money, b: Money): boolean => a.currency === b.currency && a.minor === b.minor;

const firstOf = (
  document: Difference['document'],
  isThere: boolean,
  tests: readonly (readonly [Difference['member'], boolean])[],
): readonly Difference[] => {
  if (!isThere) return [{ document, member: 'MISSING' }];
  const broken = tests.find(([, holds]) => !holds);
  return broken === undefined ? [] : [{ document, member: broken[0] }];
};

/**
 * Order, payment and waybill against the declaration: the numbers are those declared, the payment covers what is
 * declared to the minor unit, and the parcel weighs no less than its goods.
 */
export const tripleMatch = (
  declared: Declared,
  { order, payment, waybill }: SentDocuments,
): Pick<TripleMatch, 'orderMatched' | 'paymentMatched' | 'waybillMatched'> & {
  readonly differences: readonly Difference[];
} => {
  const netWeightGrams = declared.lines.reduce((sum, line) => sum + line.netWeightGrams, 0);
  const differences = [
    ...firstOf('ORDER', order !== undefined, [
      ['orderNo', order?.orderNo === declared.orderNo],
      ['value', order !== undefined && isSame(order.totalValue, declared.totalValue)],
    ]),
    ...firstOf('PAYMENT', payment !== undefined, [
      ['paymentRef', payment?.paymentRef === declared.paymentRef],
      ['orderNo', payment?.orderNo === declared.orderNo],
      ['value', payment !== undefined && isSame(payment.amount, declared.totalValue)],
    ]),
    ...firstOf('WAYBILL', waybill !== undefined, [
      ['waybillNo', waybill?.waybillNo === declared.waybillNo],
      ['orderNo', waybill?.orderNo === declared.orderNo],
      ['weight', waybill !== undefined && waybill.grossWeightGrams >= netWeightGrams],
    ]),
  ];
  const agrees = (document: Difference['document']) =>
    differences.every((difference) => difference.document !== document);
  return {
    orderMatched: agrees('ORDER'),
    paymentMatched: agrees('PAYMENT'),
    waybillMatched: agrees('WAYBILL'),
    differences,
  };
};
