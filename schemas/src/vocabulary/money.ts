import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, privacy, Ref, Whole } from '../define/index.ts';
import { CurrencyCode } from './currency-code.ts';

/** Minor units, because a binary fraction cannot hold a cent. */
export const Money = Closed(
  'Money',
  { en: 'Money', zh: '金额' },
  { en: 'Currency and a whole number of its minor units.', zh: '货币及其最小单位的整数。' },
  {
    currency: Ref(CurrencyCode),
    minor: Whole(
      -Number.MAX_SAFE_INTEGER,
      Number.MAX_SAFE_INTEGER,
      { en: 'Minor units', zh: '最小货币单位数' },
      {
        en: 'Amount in minor units of ISO 4217: 1250 is 12.50 in CNY and 1250 in JPY.',
        zh: '以 ISO 4217 最小单位计的金额：1250 在人民币为 12.50 元，在日元为 1250 元。',
      },
      { 'x-source': 'ISO 4217', ...privacy('business', 'money') },
    ),
  },
);
export type Money = Static<typeof Money>;

export const moneyMessage = defineMessage({
  schema: Money,
  requirements: [],
  examples: {
    valid: {
      'twelve yuan and fifty fen': { currency: 'CNY', minor: 1250 },
      'a credit': { currency: 'CNY', minor: -300 },
    },
    invalid: {
      'yuan with a fraction': {
        value: { currency: 'CNY', minor: 12.5 },
        breaks: { pointer: '/minor', rule: 'type' },
      },
      'currency in lower case': {
        value: { currency: 'cny', minor: 1250 },
        breaks: { pointer: '/currency', rule: 'pattern' },
      },
      'no currency': { value: { minor: 1250 }, breaks: { pointer: '', rule: 'required' } },
    },
  },
});
