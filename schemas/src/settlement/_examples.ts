import type { CashOnDelivery } from './cash-on-delivery.ts';
import type { ChargeAdvice } from './charge-advice.ts';
import type { CodCollection } from './cod-collected.ts';
import type { Dispute } from './dispute.ts';
import type { Statement } from './statement.ts';
import type { StatementLine } from './statement-line.ts';

const yuan = (minor: number) => ({ currency: 'CNY', minor });

/** A parcel that was quoted 8.00 and weighed 1300 g instead of 1200 g, which costs no further step. */
export const advice: ChargeAdvice = {
  waybillNo: 'ZZ010000000016',
  actualWeightGrams: 1300,
  billedWeightGrams: 1300,
  lines: [
    { component: 'FIRST_WEIGHT', amount: yuan(600) },
    { component: 'CONTINUED_WEIGHT', amount: yuan(100) },
    { component: 'VAS', vasCode: 'INSURE', amount: yuan(100) },
  ],
  total: yuan(800),
  quoteId: '0193a5c0-7d4e-7a11-8c00-0000000000d1',
  varianceMinor: 0,
  revision: 1,
  createdAt: '2026-11-11T20:00:00+08:00',
  updatedAt: '2026-11-11T20:00:00+08:00',
};

/** The month in which that parcel went. */
export const statement: Statement = {
  statementId: '0193a5c0-7d4e-7a11-8c00-0000000000e1',
  period: { fromOn: '2026-11-01', toOn: '2026-11-30' },
  currency: 'CNY',
  totalMinor: 800,
  lineCount: 3,
  status: 'ISSUED',
  revision: 1,
  createdAt: '2026-12-01T09:00:00+08:00',
  updatedAt: '2026-12-01T09:00:00+08:00',
};

/** The first line of that statement. */
export const statementLine: StatementLine = {
  lineId: '0193a5c0-7d4e-7a11-8c00-0000000000e2',
  waybillNo: 'ZZ010000000016',
  component: 'FIRST_WEIGHT',
  amount: yuan(600),
  taxAmount: yuan(34),
};

/** Its merchant says that the parcel was never carried. */
export const dispute: Dispute = {
  disputeId: '0193a5c0-7d4e-7a11-8c00-0000000000e3',
  statementId: statement.statementId,
  lineId: statementLine.lineId,
  reason: 'NOT_SERVED',
  evidence: [],
  claimedAmount: yuan(600),
  status: 'OPEN',
  revision: 1,
  createdAt: '2026-12-02T10:00:00+08:00',
  updatedAt: '2026-12-02T10:00:00+08:00',
};

/** 199 yuan to be collected at the door. */
export const cash: CashOnDelivery = {
  waybillNo: 'ZZ010000000016',
  amount: yuan(19_900),
  remitAccountRef: 'acct_Qx7Lm2vRk9Tb',
  remitWithinDayCount: 3,
  status: 'INSTRUCTED',
  revision: 1,
  createdAt: '2026-11-11T10:00:00+08:00',
  updatedAt: '2026-11-11T10:00:00+08:00',
};

/** All of it, paid by phone. */
export const collected: CodCollection = {
  waybillNo: cash.waybillNo,
  collectedAmount: yuan(19_900),
  method: 'MOBILE_PAYMENT',
  collectedAt: '2026-11-13T15:02:00+08:00',
};

/** The same cash after that. */
export const collectedCash: CashOnDelivery = {
  ...cash,
  ...collected,
  status: 'COLLECTED',
  revision: 2,
  updatedAt: '2026-11-13T15:02:00+08:00',
};
