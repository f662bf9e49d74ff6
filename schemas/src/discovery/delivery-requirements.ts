import { defineRequirement } from '../define/index.ts';

/** Requirements about the delivery of events. */
export const deliveryRequirements = [
  defineRequirement({
    id: 'DSC-008',
    level: 'MUST',
    roles: 'any',
    position: 'sender',
    tier: 'W',
    text: {
      en: 'Events are signed `v1a`; the signature verifies over the raw bytes with a published key.',
      zh: '事件须以非对称签名，可用公布密钥验证。',
    },
    wire: 'verify deliveries',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'DSC-010',
    level: 'MUST',
    roles: 'any',
    position: 'sender',
    tier: 'W',
    text: {
      en: 'Retries keep `webhook-id` and renew `webhook-timestamp`.',
      zh: '重试保持标识、更新时间戳。',
    },
    wire: 'answer 500 first',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'DSC-012',
    level: 'MUST',
    roles: 'any',
    position: 'sender',
    tier: 'W',
    text: {
      en: '`sequence` grows by one for each event to one receiving organisation, challenges apart.',
      zh: '除验证事件外，序号对每一收方组织逐一递增。',
    },
    wire: 'collected events',
    judgedBy: 'check',
  }),
];
