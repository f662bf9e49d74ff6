import { defineRequirement } from '../define/index.ts';

/** The log of reveals. */
export const auditRequirements = [
  defineRequirement({
    id: 'AUD-001',
    level: 'MUST',
    roles: ['platform'],
    position: 'server',
    tier: 'W',
    part: 'reveal',
    text: {
      en: 'The log is append-only; checkpoints are consistent.',
      zh: '日志只可追加；各检查点须一致。',
    },
    wire: 'consistency proof between two checkpoints',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'AUD-002',
    level: 'MUST NOT',
    roles: ['platform'],
    position: 'server',
    tier: 'W',
    part: 'reveal',
    text: {
      en: 'An audit leaf carries personal data or a `consigneeRef`.',
      zh: '审计叶不得携带个人信息或 `consigneeRef`。',
    },
    wire: 'scan',
    judgedBy: 'check',
  }),
];
