import { defineRequirement } from '../define/index.ts';

/** Walking numbers, and what stands in URLs. */
export const enumerationRequirements = [
  defineRequirement({
    id: 'ENU-001',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'Walking waybill numbers is throttled and uniform.',
      zh: '逐号遍历运单号须受限流，答复须一致。',
    },
    wire: '200 sequential numbers within a minute: 429 after the hundredth',
    judgedBy: 'check',
    when: { offers: 'getParcel' },
  }),
  defineRequirement({
    id: 'ENU-002',
    level: 'MUST NOT',
    roles: 'any',
    position: 'server',
    tier: 'W',
    part: 'privacy',
    text: {
      en: 'URL, query, header or `Location` carries a personal or masked value.',
      zh: '网址、查询、标头或 `Location` 不得携带个人信息或脱敏值。',
    },
    wire: 'scan of captured messages',
    judgedBy: 'check',
  }),
];
