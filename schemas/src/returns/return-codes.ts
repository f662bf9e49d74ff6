import { defineCodeList, statesAsCodes } from '../define/index.ts';
import { returnLifecycle } from './return-lifecycle.ts';

/** States of a return. */
export const ReturnStatus = statesAsCodes('ReturnStatus', returnLifecycle);

/** Told by the consumer; it decides nothing by itself. */
export const ReturnReason = defineCodeList({
  name: 'ReturnReason',
  version: '2026-11',
  title: { en: 'Reason of a return', zh: '退货原因' },
  description: { en: 'Why a consumer sends goods back.', zh: '消费者退回商品的原因。' },
  growth: { fallback: 'OTHER' },
  codes: {
    NO_REASON: { en: 'No reason, within seven days', zh: '七天无理由' },
    QUALITY: { en: 'Quality', zh: '质量问题' },
    WRONG_ITEM: { en: 'Wrong item', zh: '发错货' },
    DAMAGED: { en: 'Damaged', zh: '破损' },
    LATE: { en: 'Late', zh: '迟到' },
    OTHER: { en: 'Other', zh: '其他' },
  },
});

/** Found by an inspection, line by line. */
export const GoodsGrade = defineCodeList({
  name: 'GoodsGrade',
  version: '2026-11',
  title: { en: 'Grade of goods', zh: '商品等级' },
  description: {
    en: 'In what condition returned goods were found.',
    zh: '退回商品经质检的状态。',
  },
  growth: 'closed',
  codes: {
    A: { en: 'As new', zh: '完好' },
    B: { en: 'Slightly used', zh: '轻微使用' },
    C: { en: 'Defective', zh: '残次' },
    REJECTED: { en: 'Rejected', zh: '拒收' },
  },
});

/** What a refund rests on. Without an agreed rule it is the inspection. */
export const RefundBasis = defineCodeList({
  name: 'RefundBasis',
  version: '2026-11',
  title: { en: 'Basis of a refund', zh: '退款依据' },
  description: {
    en: 'The step of a return that triggers the refund.',
    zh: '触发退款的退货节点。',
  },
  growth: 'closed',
  codes: {
    INSPECTION: { en: 'Inspection', zh: '质检后退款' },
    RECEIPT: { en: 'Receipt, by an agreed rule', zh: '约定签收即退' },
    PICKUP: { en: 'Pickup, by an agreed rule', zh: '约定揽收即退' },
  },
});
