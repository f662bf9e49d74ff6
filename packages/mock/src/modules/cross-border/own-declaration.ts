import { totalOf } from '@openwaybill/reference/cross-border';
import type { CustomsDeclarationSubmission } from '@openwaybill/schemas';
import { base64url, hex } from '@openwaybill/validate';
import type { OwnCall } from '../../resources/own-call.ts';

type Line = CustomsDeclarationSubmission['lines'][number];

/** What the mock shop sells abroad, with the price of a piece in fen. */
const GOODS = [
  { description: '绿茶，罐装，每罐 125 克', hsCode: '0902101000', grams: 125, minor: 7900 },
  { description: '瓷制茶杯', hsCode: '691110', grams: 225, minor: 1950 },
] as const;
const MOST_PIECES = 8;

/** Declares goods that an invented buyer ordered; the buyer is attested and stays unnamed. */
export const declareGoods: OwnCall = async ({ system, tenant, call }) => {
  const lines = GOODS.map(({ description, hsCode, grams, minor }, index): Line => {
    const pieces = 1 + ((system.random(1)[0] ?? 0) % MOST_PIECES);
    return {
      lineNo: index + 1,
      description,
      hsCode,
      originCountryCode: 'CN',
      quantity: { value: pieces, unit: 'C62' },
      netWeightGrams: pieces * grams,
      value: { currency: 'CNY', minor: pieces * minor },
    };
  });
  const totalValue = totalOf(lines.map(({ value }) => value));
  if ('fault' in totalValue) throw new Error(`the goods have no total: ${totalValue.fault}`);
  const no = base64url(system.random(9));
  const verifiedAt = await system.transact(tenant, async (_, now) => now);
  const body: CustomsDeclarationSubmission = {
    mode: 'M9610',
    direction: 'EXPORT',
    orderNo: `MO-${no}`,
    paymentRef: `PAY-${no}`,
    waybillNo: `MO${hex(system.random(6)).toUpperCase()}`,
    lines,
    totalValue,
    buyerAttestation: {
      verified: true,
      method: 'ID_DOCUMENT',
      verifiedAt,
      receiptRef: `rn-${base64url(system.random(16))}`,
    },
  };
  await call('submit-declaration', { body });
};
