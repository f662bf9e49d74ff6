import { defineCodeList, statesAsCodes } from '../define/index.ts';
import { claimLifecycle } from './claim-lifecycle.ts';
import { complaintLifecycle } from './complaint-lifecycle.ts';
import { exceptionLifecycle } from './exception-lifecycle.ts';

/** States of an exception. */
export const ExceptionStatus = statesAsCodes('ExceptionStatus', exceptionLifecycle);

/** States of a claim. */
export const ClaimStatus = statesAsCodes('ClaimStatus', claimLifecycle);

/** States of a complaint. */
export const ComplaintStatus = statesAsCodes('ComplaintStatus', complaintLifecycle);

/** What went wrong: an exception is raised of it, and a claim is made for it. */
export const ExceptionKind = defineCodeList({
  name: 'ExceptionKind',
  version: '2026-11',
  title: { en: 'Kind of exception', zh: '异常类型' },
  description: { en: 'What went wrong with a parcel.', zh: '包裹发生的异常。' },
  growth: { fallback: 'OTHER' },
  codes: {
    LOST: { en: 'Lost', zh: '遗失' },
    DAMAGED: { en: 'Damaged', zh: '破损' },
    SHORT: { en: 'Contents short', zh: '短少' },
    DELAY: { en: 'Delay', zh: '延误' },
    MISDELIVERY: { en: 'Delivered to the wrong person', zh: '误投' },
    PROHIBITED: { en: 'Prohibited item', zh: '禁寄品' },
    SECURITY: { en: 'Security check', zh: '安检' },
    WEATHER: { en: 'Weather', zh: '天气' },
    STRIKE: { en: 'Stoppage of work', zh: '停工' },
    OTHER: { en: 'Other', zh: '其他' },
  },
});

/** What a platform may tell a courier to do. */
export const InstructionKind = defineCodeList({
  name: 'InstructionKind',
  version: '2026-11',
  title: { en: 'Kind of instruction', zh: '指示类型' },
  description: {
    en: 'What the courier is to do about an exception.',
    zh: '快递企业应如何处理异常。',
  },
  growth: 'closed',
  codes: {
    REDELIVER: { en: 'Deliver again', zh: '再派' },
    RETURN: { en: 'Send back', zh: '退回' },
    DESTROY: { en: 'Destroy', zh: '销毁' },
    HOLD: { en: 'Hold', zh: '暂存' },
    COMPENSATE: { en: 'Compensate', zh: '理赔' },
  },
});

/** Names how much is owed, and why no more. */
export const LiabilityRule = defineCodeList({
  name: 'LiabilityRule',
  version: '2026-11',
  title: { en: 'Rule of liability', zh: '赔偿规则' },
  description: { en: 'By which rule a claim is decided.', zh: '理赔决定所依据的规则。' },
  growth: 'closed',
  codes: {
    DECLARED_VALUE: { en: 'Declared value', zh: '保价' },
    ACTUAL_LOSS: { en: 'Actual loss', zh: '实际损失' },
    CONTRACT_LIMIT: { en: 'Limit of the contract', zh: '合同限额' },
    INSURANCE: { en: 'Insurance', zh: '保险' },
  },
});

/** PARTLY is an approval of less than was claimed. */
export const ClaimDecisionKind = defineCodeList({
  name: 'ClaimDecisionKind',
  version: '2026-11',
  title: { en: 'Kind of decision', zh: '决定类型' },
  description: { en: 'How a claim was decided.', zh: '理赔的决定结果。' },
  growth: 'closed',
  codes: {
    APPROVED: { en: 'Approved', zh: '通过' },
    REJECTED: { en: 'Rejected', zh: '驳回' },
    PARTLY: { en: 'Partly approved', zh: '部分' },
  },
});

/** Chosen from a list, so that the complaint itself holds no free text. */
export const ComplaintTopic = defineCodeList({
  name: 'ComplaintTopic',
  version: '2026-11',
  title: { en: 'Topic of a complaint', zh: '投诉事项' },
  description: { en: 'What a consumer complains of.', zh: '消费者投诉的事项。' },
  growth: { fallback: 'OTHER' },
  codes: {
    NO_DOOR_DELIVERY: { en: 'Not delivered to the door', zh: '未送货上门' },
    NO_CONSENT_LOCKER: { en: 'Put into a locker without consent', zh: '未经同意投箱' },
    ATTITUDE: { en: 'Manners', zh: '服务态度' },
    LOSS: { en: 'Loss', zh: '遗失' },
    DAMAGE: { en: 'Damage', zh: '破损' },
    DELAY: { en: 'Delay', zh: '延误' },
    PRIVACY: { en: 'Privacy', zh: '隐私' },
    CHARGE: { en: 'Charge', zh: '收费' },
    OTHER: { en: 'Other', zh: '其他' },
  },
});
