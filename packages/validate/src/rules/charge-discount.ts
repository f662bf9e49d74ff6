import type { ChargeSplit } from '@openwaybill/schemas';
import { minorSum } from './minor-sum.ts';
import { ruleFor } from './rule.ts';

type Scope = ChargeSplit['discounts'][number]['scope'];

const chargedIn = (split: ChargeSplit, scope: Scope): number => {
  const charged: Readonly<Record<Scope, number>> = {
    COMMODITY: split.commodity.minor,
    EXPRESS: split.express.minor,
    VAS: minorSum(split.vas),
    PACKAGING: minorSum(split.packaging),
  };
  return charged[scope];
};

/** A discount is a positive amount, and those of one scope are at most what the scope costs. */
export const chargeDiscount = ruleFor<ChargeSplit>({
  name: 'charge-discount',
  id: 'charge-sum',
  places: [{ schema: 'ChargeSplit' }],
  judge: (split, at) =>
    split.discounts.flatMap(({ scope, amount }, index) => {
      const sameScope = split.discounts.filter((discount) => discount.scope === scope);
      return amount.minor >= 0 && minorSum(sameScope) <= chargedIn(split, scope)
        ? []
        : [
            {
              pointer: `${at}/discounts/${index}/amount`,
              rule: 'charge-sum',
              params: { scope },
            },
          ];
    }),
  severity: 'error',
  problem: 'CHARGE_SUM_MISMATCH',
  requirement: 'PRC-002',
  text: {
    en: 'the discounts of a scope are negative, or more than the scope costs',
    zh: '某范围的折扣为负数或超过该范围的费用',
  },
  hint: {
    en: 'Write a discount as a positive amount, at most the charge that it lowers.',
    zh: '折扣写作正数，且不超过其所减的费用。',
  },
});
