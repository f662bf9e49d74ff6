import { defineRequirement } from '../define/index.ts';

/** Requirements about what stands in messages of other modules, or must not stand in any. */
export const packagingRequirements = [
  defineRequirement({
    id: 'PKG-005',
    level: 'MUST',
    roles: ['platform'],
    position: 'caller',
    tier: 'W',
    text: {
      en: 'Every packaging class on offer has its own price in the charge split.',
      zh: '各包装类别须单独标价。',
    },
    wire: 'orders',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'PKG-006',
    level: 'MUST NOT',
    roles: ['platform'],
    position: 'server',
    tier: 'W',
    text: {
      en: '`consumerRef` can be joined with `consigneeRef`.',
      zh: '消费者引用不得与收件人引用关联。',
    },
    wire: 'no message holds both',
    judgedBy: 'check',
  }),
];
