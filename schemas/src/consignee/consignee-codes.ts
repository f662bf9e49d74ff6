import { defineCodeList, statesAsCodes } from '../define/index.ts';
import { revealLifecycle } from './reveal-lifecycle.ts';

/** States of a reveal. */
export const RevealStatus = statesAsCodes('RevealStatus', revealLifecycle);

/** How the person or process that will see the value proved who it is. */
export const ActorAuthentication = defineCodeList({
  name: 'ActorAuthentication',
  version: '2026-11',
  title: { en: 'Authentication of the actor', zh: '操作人认证方式' },
  description: {
    en: 'How the actor of a reveal was authenticated.',
    zh: '揭示操作人的认证方式。',
  },
  growth: 'closed',
  codes: {
    PASSWORD: { en: 'Password', zh: '口令' },
    MFA: { en: 'Several factors', zh: '多因素' },
    DEVICE: { en: 'Device certificate', zh: '设备证书' },
  },
});

/** What an entry of the audit log reports. */
export const AuditOutcome = defineCodeList({
  name: 'AuditOutcome',
  version: '2026-11',
  title: { en: 'Outcome in the audit log', zh: '审计结果' },
  description: {
    en: 'What became of a request for personal data.',
    zh: '个人信息请求的处理结果。',
  },
  growth: 'closed',
  codes: {
    GRANTED: { en: 'Granted', zh: '准予' },
    DENIED: { en: 'Denied', zh: '拒绝' },
    READ: { en: 'Read', zh: '已读' },
    REVOKED: { en: 'Revoked', zh: '撤销' },
    EXPIRED: { en: 'Expired', zh: '过期' },
  },
});

/** Gates of a reveal, in the order in which they are judged. */
export const RevealGate = defineCodeList({
  name: 'RevealGate',
  version: '2026-11',
  title: { en: 'Gate of a reveal', zh: '揭示闸口' },
  description: {
    en: 'The question whose answer refused a reveal; gates are judged in this order.',
    zh: '导致揭示被拒的判定环节；按此顺序判定。',
  },
  growth: 'closed',
  codes: {
    AGREEMENT: { en: 'Effective agreement', zh: '有效协议' },
    ROLE: { en: 'Role and purpose', zh: '角色与目的' },
    STAGE: { en: 'Stage of the parcel', zh: '包裹阶段' },
    ASSIGNMENT: { en: 'Assignment of the actor', zh: '操作人分派' },
    PURPOSE: { en: 'Fields of the purpose', zh: '目的字段' },
    CONSENT: { en: 'Consent of the person', zh: '本人同意' },
    QUOTA: { en: 'Quota', zh: '配额' },
    STEP_UP: { en: 'Stronger authentication', zh: '加强认证' },
  },
});

/** How far a consent reaches. */
export const ConsentScope = defineCodeList({
  name: 'ConsentScope',
  version: '2026-11',
  title: { en: 'Scope of a consent', zh: '同意范围' },
  description: {
    en: 'Whether a consent holds for one parcel or until it is withdrawn.',
    zh: '同意仅适用于单件，或在撤回前长期有效。',
  },
  growth: 'closed',
  codes: {
    ONE_PARCEL: { en: 'One parcel', zh: '单件' },
    STANDING: { en: 'Standing', zh: '长期' },
  },
});

/** What a merchant searches its orders by. */
export const LookupKind = defineCodeList({
  name: 'LookupKind',
  version: '2026-11',
  title: { en: 'Kind of a lookup', zh: '查找方式' },
  description: {
    en: 'Which whole value the caller searches its own orders by.',
    zh: '调用方以何种完整值查找其自有订单。',
  },
  growth: 'closed',
  codes: {
    PHONE: { en: 'Phone', zh: '电话' },
    NAME: { en: 'Name', zh: '姓名' },
  },
});

/** How far an erasure is. */
export const ErasureState = defineCodeList({
  name: 'ErasureState',
  version: '2026-11',
  title: { en: 'State of an erasure', zh: '删除状态' },
  description: {
    en: 'Whether the data of the references are erased yet.',
    zh: '引用对应的数据是否已删除。',
  },
  growth: 'closed',
  codes: {
    ACCEPTED: { en: 'Accepted', zh: '已受理' },
    COMPLETED: { en: 'Completed', zh: '已完成' },
  },
});
