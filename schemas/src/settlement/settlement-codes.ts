import { defineCodeList, statesAsCodes } from '../define/index.ts';
import { codLifecycle } from './cod-lifecycle.ts';
import { disputeLifecycle } from './dispute-lifecycle.ts';
import { statementLifecycle } from './statement-lifecycle.ts';

/** States of cash on delivery. */
export const CodStatus = statesAsCodes('CodStatus', codLifecycle);

/** States of a statement. */
export const StatementStatus = statesAsCodes('StatementStatus', statementLifecycle);

/** States of a dispute. */
export const DisputeStatus = statesAsCodes('DisputeStatus', disputeLifecycle);

/** Why a line is disputed. */
export const DisputeReason = defineCodeList({
  name: 'DisputeReason',
  version: '2026-11',
  title: { en: 'Reason of a dispute', zh: '争议原因' },
  description: { en: 'What is wrong with a line of a statement.', zh: '账单明细的争议所在。' },
  growth: 'closed',
  codes: {
    WEIGHT: { en: 'Weight', zh: '重量' },
    ZONE: { en: 'Zone', zh: '区域' },
    DUPLICATE: { en: 'Charged twice', zh: '重复' },
    NOT_SERVED: { en: 'Not served', zh: '未服务' },
    RATE: { en: 'Rate', zh: '费率' },
  },
});

/** How the consignee paid. */
export const CodMethod = defineCodeList({
  name: 'CodMethod',
  version: '2026-11',
  title: { en: 'Way of paying on delivery', zh: '代收货款方式' },
  description: { en: 'How cash on delivery was paid.', zh: '收件人支付货款的方式。' },
  growth: { fallback: 'OTHER' },
  codes: {
    CASH: { en: 'Cash', zh: '现金' },
    CARD: { en: 'Bank card', zh: '银行卡' },
    MOBILE_PAYMENT: { en: 'Mobile payment', zh: '移动支付' },
    OTHER: { en: 'Other', zh: '其他' },
  },
});
