import { defineRequirement } from '../define/index.ts';

/** What is kept, and for how long. */
export const retentionRequirements = [
  defineRequirement({
    id: 'RET-001',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'C',
    part: 'privacy',
    text: {
      en: 'Masked and plain values are gone after their retention class.',
      zh: '脱敏值与明文在其保留期满后须清除。',
    },
    wire: 'clock, read all surfaces',
    when: { any: [{ offers: 'lookUpConsignee' }, { offers: 'submitOrder' }] },
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'RET-002',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'C',
    part: 'privacy',
    text: {
      en: 'After erasure there is a receipt and a uniform 404, and the log still verifies.',
      zh: '删除之后须有回执，答复统一为 404，且日志仍可验证。',
    },
    wire: 'erase, scan, verify',
    when: { any: [{ offers: 'eraseConsignee' }, { offers: 'requestErasure' }] },
    judgedBy: 'check',
  }),
];
