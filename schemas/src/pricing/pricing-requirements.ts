import { defineRequirement } from '../define/index.ts';

/** Requirements about the charges of an order, whose type belongs to no module. */
export const pricingRequirements = [
  defineRequirement({
    id: 'PRC-001',
    level: 'MUST',
    roles: ['platform'],
    position: 'caller',
    tier: 'W',
    text: {
      en: 'Components minus discounts equal the total exactly, in one currency.',
      zh: '各项之和减折扣等于总额。',
    },
    wire: 'recompute in orders',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'PRC-002',
    level: 'MUST',
    roles: ['courier'],
    position: 'server',
    tier: 'W',
    text: {
      en: 'An order whose charges do not add up is refused with `CHARGE_SUM_MISMATCH`.',
      zh: '费用不平的订单须拒绝。',
    },
    wire: 'submit off by one minor unit',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'PRC-003',
    level: 'MUST',
    roles: ['platform'],
    position: 'caller',
    tier: 'W',
    text: {
      en: 'Free shipping still states the real express price and a discount of scope `EXPRESS`; `bearer` is given.',
      zh: '包邮仍须列明快递价并以快递折扣抵减。',
    },
    wire: '`applies: true` with express 0 and lane price > 0',
    judgedBy: 'check',
  }),
];
