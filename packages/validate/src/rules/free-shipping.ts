import type { ChargeSplit } from '@openwaybill/schemas';
import { at, membersRule } from './members-rule.ts';

/** Free shipping still states the real price of the delivery, and who bears it. */
export const freeShipping = membersRule<ChargeSplit>({
  schema: 'ChargeSplit',
  id: 'PRC-003',
  broken: ({ freeShipping: { applies, bearer }, discounts }) =>
    at(
      '/freeShipping',
      !applies || (bearer !== undefined && discounts.some(({ scope }) => scope === 'EXPRESS')),
    ),
  requirement: 'PRC-003',
  text: {
    en: 'free shipping names no bearer, or no discount of scope EXPRESS',
    zh: '包邮未指明承担方，或缺少范围为 EXPRESS 的折扣',
  },
  hint: {
    en: 'State the real express price, a discount of scope EXPRESS, and bearer.',
    zh: '请列明真实快递价、范围为 EXPRESS 的折扣以及 bearer。',
  },
});
