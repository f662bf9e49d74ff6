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
    AGREEMENT: {
      en: 'Effective agreement',
      zh: '有效协议',
      definition: {
        en: 'Some agreement with the caller is effective; else `AGREEMENT_MISSING`.',
        zh: '与调用方之间存在有效协议；否则为 `AGREEMENT_MISSING`。',
      },
    },
    ROLE: {
      en: 'Role and purpose',
      zh: '角色与目的',
      definition: {
        en: 'The caller may reveal at all, else `ROLE_NOT_PERMITTED`; its role and an agreement name the purpose, else `PURPOSE_NOT_GRANTED`.',
        zh: '调用方可作揭示，否则为 `ROLE_NOT_PERMITTED`；其角色与某项协议均列有该目的，否则为 `PURPOSE_NOT_GRANTED`。',
      },
    },
    STAGE: {
      en: 'Stage of the parcel',
      zh: '包裹阶段',
      definition: {
        en: 'The purpose is open at the stage of the parcel; else `STAGE_NOT_PERMITTED`.',
        zh: '包裹所处阶段对该目的开放；否则为 `STAGE_NOT_PERMITTED`。',
      },
    },
    ASSIGNMENT: {
      en: 'Assignment of the actor',
      zh: '操作人分派',
      definition: {
        en: 'The actor has the parcel at this moment, where the purpose asks for that; else `ASSIGNMENT_REQUIRED`.',
        zh: '目的要求时，操作人此刻持有该包裹；否则为 `ASSIGNMENT_REQUIRED`。',
      },
    },
    PURPOSE: {
      en: 'Fields of the purpose',
      zh: '目的字段',
      definition: {
        en: 'Purpose and agreement allow every field that was asked for; else `PURPOSE_FIELD_MISMATCH`, and nothing is trimmed.',
        zh: '目的与协议允许所请求的每一字段；否则为 `PURPOSE_FIELD_MISMATCH`，不作裁剪。',
      },
    },
    CONSENT: {
      en: 'Consent of the person',
      zh: '本人同意',
      definition: {
        en: 'The person agreed, where the purpose needs it; else `CONSENT_MISSING`.',
        zh: '目的需要时，本人已同意；否则为 `CONSENT_MISSING`。',
      },
    },
    QUOTA: {
      en: 'Quota',
      zh: '配额',
      definition: {
        en: 'No quota of actor, organisation or parcel is used up; else `REVEAL_QUOTA_EXCEEDED`, with `Retry-After`.',
        zh: '操作人、组织与包裹的配额均未用尽；否则为 `REVEAL_QUOTA_EXCEEDED`，并带 `Retry-After`。',
      },
    },
    STEP_UP: {
      en: 'Stronger authentication',
      zh: '加强认证',
      definition: {
        en: 'The actor proved who it is, where the purpose or an alarm asks for that; else `STEP_UP_REQUIRED`.',
        zh: '目的或告警要求时，操作人已加强认证；否则为 `STEP_UP_REQUIRED`。',
      },
    },
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
