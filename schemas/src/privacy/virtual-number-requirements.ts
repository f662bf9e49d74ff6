import { defineRequirement } from '../define/index.ts';

/** Numbers that stand for the real one. */
export const virtualNumberRequirements = [
  defineRequirement({
    id: 'VNM-001',
    level: 'MUST NOT',
    roles: ['platform'],
    position: 'server',
    tier: 'W',
    part: 'virtual-numbers',
    text: {
      en: 'A virtual number equals the real one or shares its last four digits.',
      zh: '虚拟号不得与真实号码相同，也不得与其末四位相同。',
    },
    wire: '200 bindings',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'VNM-002',
    level: 'MUST',
    roles: ['platform'],
    position: 'server',
    tier: 'C',
    part: 'virtual-numbers',
    text: {
      en: 'A binding ends at most 30 days after delivery, and at `CLOSED` or change of phone.',
      zh: '绑定至迟在签收后 30 天终止，`CLOSED` 或更换号码时亦终止。',
    },
    wire: 'clock, `getContactBinding`',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'VNM-003',
    level: 'MUST',
    roles: ['platform'],
    position: 'server',
    tier: 'W',
    part: 'virtual-numbers',
    text: {
      en: 'Number and extension are separate members.',
      zh: '号码与分机须为两个成员。',
    },
    wire: 'schema',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'VNM-004',
    level: 'MUST',
    roles: ['platform'],
    position: 'server',
    tier: 'W',
    part: 'virtual-numbers',
    text: {
      en: "One person's orders at two merchants have different live numbers.",
      zh: '同一人在两个商家的订单须有不同的在用虚拟号。',
    },
    wire: 'create, compare',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'VNM-005',
    level: 'MUST NOT',
    roles: ['platform'],
    position: 'server',
    tier: 'W',
    part: 'virtual-numbers',
    text: {
      en: 'An operation tells anything about bindings or numbers of others.',
      zh: '任何操作不得透露他人的绑定或号码。',
    },
    wire: '`getContactBinding` with foreign and random ids, differential',
    judgedBy: 'check',
  }),
];
