import type { CustomsDeclaration } from './customs-declaration.ts';
import type { CustomsDeclarationSubmission } from './customs-declaration-submission.ts';

/** Tea and cups that a buyer abroad ordered. */
export const teaDeclaration: CustomsDeclarationSubmission = {
  mode: 'M9610',
  direction: 'EXPORT',
  orderNo: 'SO-20261111-0001',
  paymentRef: 'PAY-20261111-0001',
  waybillNo: 'RB123456785GB',
  lines: [
    {
      lineNo: 1,
      description: '绿茶，罐装，每罐 125 克',
      hsCode: '0902101000',
      originCountryCode: 'CN',
      quantity: { value: 2, unit: 'C62' },
      netWeightGrams: 250,
      value: { currency: 'CNY', minor: 15_800 },
    },
    {
      lineNo: 2,
      description: '瓷制茶杯',
      hsCode: '691110',
      originCountryCode: 'CN',
      quantity: { value: 4, unit: 'C62' },
      netWeightGrams: 900,
      value: { currency: 'CNY', minor: 7800 },
    },
  ],
  totalValue: { currency: 'CNY', minor: 23_600 },
  buyerAttestation: {
    verified: true,
    method: 'ID_DOCUMENT',
    verifiedAt: '2026-11-11T09:20:00+08:00',
    receiptRef: 'rn-AAECAwQFBgcICQoLDA0ODw',
  },
};

/** The same as the declarant sends it in. */
export const submittedTea: CustomsDeclaration = {
  declarationId: '0193a5c0-7d4e-7a11-8c00-00000000cd01',
  ...teaDeclaration,
  status: 'SUBMITTED',
  revision: 1,
  createdAt: '2026-11-11T10:10:00+08:00',
  updatedAt: '2026-11-11T10:10:00+08:00',
};
