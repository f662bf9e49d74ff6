import { defineRequirement } from '../define/index.ts';

/** Requirements about no single message: what stands in events and beside bodies. */
export const consigneeRequirements = [
  defineRequirement({
    id: 'CSN-015',
    level: 'MUST NOT',
    roles: 'any',
    position: 'sender',
    tier: 'W',
    text: {
      en: 'An event carries a member above `pseudonymous`, or a masked contact.',
      zh: '事件不得含高于假名级的成员或脱敏联系人。',
    },
    wire: 'schema and mask scan of payloads',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'CSN-016',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'No personal data and no masked value stands in a URL, query, header or file name.',
      zh: '网址、查询、标头、文件名不得含个人信息或脱敏值。',
    },
    wire: 'captured requests and responses',
    judgedBy: 'check',
  }),
];
