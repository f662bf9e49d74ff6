import { minorUnitsOf } from '../tables/currencies.ts';
import { ruleFor, unless } from './rule.ts';

/** Three letters that ISO 4217 does not list: how many decimals `minor` has is then a guess. */
export const currencyUnknown = ruleFor<string>({
  name: 'currency-unknown',
  id: 'currency-unknown',
  places: [{ schema: 'CurrencyCode' }],
  judge: (value, at) => unless(minorUnitsOf(value) !== undefined, at, 'currency-unknown'),
  severity: 'warning',
  problem: 'RULE_VIOLATION',
  text: {
    en: 'ISO 4217 does not list this currency',
    zh: 'ISO 4217 中没有该货币代码',
  },
  hint: { en: 'Write CNY for renminbi.', zh: '人民币写作 CNY。' },
});
