import { defineOperation } from '../define/index.ts';
import { RevealGrant } from './reveal-grant.ts';
import { RevealRequest } from './reveal-request.ts';

export const requestReveal = defineOperation({
  name: 'request-reveal',
  since: '1.0',
  title: { en: 'Request a reveal', zh: '请求揭示' },
  description: {
    en: 'The gates are judged in their order; the first that fails decides. Where the purpose needs an approval the answer is 202 with `PENDING_APPROVAL`: within 30 minutes one person inside the platform decides, two where the purpose is `COMPLIANCE_AUTHORITY`. `consignee.reveal.changed` and `getReveal` tell the decision, and `readReveal` then gives the fields.',
    zh: '按顺序逐一过闸，首个未通过者决定结果。目的须经审批时返回 202 与 `PENDING_APPROVAL`：30 分钟内由平台内一人决定，目的为 `COMPLIANCE_AUTHORITY` 时由两人决定。结果经 `consignee.reveal.changed` 与 `getReveal` 告知，其后以 `readReveal` 取得字段。',
  },
  servedBy: ['platform'],
  calledBy: ['courier', 'merchant', 'isv', 'locker', 'service-point', 'customs-agent', 'regulator'],
  method: 'POST',
  path: '/v1/consignee-reveals',
  request: RevealRequest,
  answer: { status: 201, also: [202], body: RevealGrant },
  lifecycle: 'reveal',
  problems: [
    'NOT_FOUND',
    'AGREEMENT_MISSING',
    'ROLE_NOT_PERMITTED',
    'STAGE_NOT_PERMITTED',
    'ASSIGNMENT_REQUIRED',
    'PURPOSE_NOT_GRANTED',
    'PURPOSE_FIELD_MISMATCH',
    'CONSENT_MISSING',
    'REVEAL_QUOTA_EXCEEDED',
    'STEP_UP_REQUIRED',
    'RULE_VIOLATION',
    'PLAINTEXT_PERSONAL_DATA',
    'CHECK_DIGIT_INVALID',
  ],
  requirements: [
    {
      id: 'CSN-007',
      level: 'MUST',
      roles: ['platform'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'A request for a field beyond the purpose is refused with `PURPOSE_FIELD_MISMATCH`; nothing is returned.',
        zh: '超出目的的字段请求须整体拒绝。',
      },
      wire: 'ask one field too many',
      judgedBy: 'check',
    },
    {
      id: 'CSN-009',
      level: 'MUST',
      roles: ['platform'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'An idempotent replay runs the gates again and returns no stored plaintext once they fail.',
        zh: '幂等重放须重新过闸，不得返回缓存明文。',
      },
      wire: 'replay after revocation or expiry',
      judgedBy: 'check',
    },
    {
      id: 'CSN-018',
      level: 'MUST',
      roles: ['platform'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'Quotas answer 429 with `Retry-After` and no partial data.',
        zh: '配额超限须整体拒绝并提示重试时间。',
      },
      wire: 'burst over `limits.reveal`',
      judgedBy: 'check',
    },
  ],
  examples: {},
});
