import type { ChargeSplit } from '@openwaybill/schemas';
import { minorSum } from './minor-sum.ts';
import { ruleFor, unless } from './rule.ts';

const amountsOf = (split: ChargeSplit) => [
  split.commodity,
  split.express,
  ...[...split.vas, ...split.packaging, ...split.discounts].map(({ amount }) => amount),
  split.total,
];

const addsUp = (split: ChargeSplit): boolean =>
  new Set(amountsOf(split).map(({ currency }) => currency)).size === 1 &&
  split.commodity.minor +
    split.express.minor +
    minorSum(split.vas) +
    minorSum(split.packaging) -
    minorSum(split.discounts) ===
    split.total.minor;

/** Goods, express, services and packaging, less discounts, are the total, in one currency. */
export const chargeSum = ruleFor<ChargeSplit>({
  name: 'charge-sum',
  id: 'charge-sum',
  places: [{ schema: 'ChargeSplit' }],
  judge: (split, at) => unless(addsUp(split), `${at}/total`, 'charge-sum'),
  severity: 'error',
  problem: 'CHARGE_SUM_MISMATCH',
  requirement: 'PRC-002',
  text: {
    en: 'the parts of the charge do not add up to the total in one currency',
    zh: '各项费用之和与总额不符，或币种不一致',
  },
  hint: {
    en: 'Total = goods + express + services + packaging − discounts, all in minor units of one currency.',
    zh: '总额 = 商品 + 快递 + 增值 + 包装 − 折扣，均以同一币种的最小单位计。',
  },
});
