import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineMessage,
  Flag,
  ListOf,
  Optional,
  Part,
  Ref,
  words,
} from '../define/index.ts';
import { ChargeScope } from './charge-scope-codes.ts';
import { FreeShippingBearer } from './free-shipping-bearer-codes.ts';
import { Money } from './money.ts';
import { PackClass } from './pack-class-codes.ts';
import { VasCode } from './vas-code-codes.ts';

const amount = Ref(
  Money,
  words({ en: 'Amount', zh: '金额' }, { en: 'Amount of this part.', zh: '该项金额。' }),
);

/** What the buyer paid for goods and what for carriage. That the parts add up is left to the rule layer. */
export const ChargeSplit = Closed(
  'ChargeSplit',
  { en: 'Split of charges', zh: '费用拆分' },
  {
    en: 'Goods, express, services and packaging, less discounts, are the total, in one currency.',
    zh: '商品、快递、增值与包装各项之和减折扣等于总额，币种一致。',
  },
  {
    commodity: Ref(
      Money,
      words({ en: 'Goods', zh: '商品' }, { en: 'Price of the goods.', zh: '商品价格。' }),
    ),
    express: Ref(
      Money,
      words(
        { en: 'Express', zh: '快递' },
        {
          en: 'Real price of the delivery, free shipping or not.',
          zh: '快递的真实价格，无论是否包邮。',
        },
      ),
    ),
    vas: ListOf(
      Part({ vasCode: Ref(VasCode), amount }),
      0,
      20,
      words(
        { en: 'Value-added services', zh: '增值服务' },
        { en: 'One an ordered service.', zh: '所选服务逐项列出。' },
      ),
    ),
    packaging: ListOf(
      Part({ packClass: Ref(PackClass), amount }),
      0,
      20,
      words(
        { en: 'Packaging', zh: '包装' },
        { en: 'One a class of packaging.', zh: '按包装类别逐项列出。' },
      ),
    ),
    discounts: ListOf(
      Part({ scope: Ref(ChargeScope), amount }),
      0,
      20,
      words(
        { en: 'Discounts', zh: '折扣' },
        {
          en: 'Positive amounts, at most the sum of their scope.',
          zh: '为正数，且不超过所属范围之和。',
        },
      ),
    ),
    freeShipping: Part(
      {
        applies: Flag(
          { en: 'Applies', zh: '是否包邮' },
          { en: 'Whether the buyer pays no delivery.', zh: '买家是否免付运费。' },
        ),
        bearer: Optional(Ref(FreeShippingBearer)),
      },
      words(
        { en: 'Free shipping', zh: '包邮' },
        {
          en: 'Whether delivery is free for the buyer, and who bears it.',
          zh: '是否包邮及承担方。',
        },
      ),
    ),
    total: Ref(
      Money,
      words({ en: 'Total', zh: '总额' }, { en: 'What the buyer pays.', zh: '买家应付总额。' }),
    ),
  },
);
export type ChargeSplit = Static<typeof ChargeSplit>;

const yuan = (minor: number) => ({ currency: 'CNY', minor });

export const chargeSplitMessage = defineMessage({
  schema: ChargeSplit,
  requirements: [],
  examples: {
    valid: {
      'free shipping borne by the seller': {
        commodity: yuan(9900),
        express: yuan(600),
        vas: [{ vasCode: 'INSURE', amount: yuan(200) }],
        packaging: [{ packClass: 'D_CONVENTIONAL', amount: yuan(0) }],
        discounts: [{ scope: 'EXPRESS', amount: yuan(600) }],
        freeShipping: { applies: true, bearer: 'SELLER' },
        total: yuan(10_100),
      },
    },
    invalid: {
      'a discount above its scope': {
        value: {
          commodity: yuan(9900),
          express: yuan(600),
          vas: [],
          packaging: [],
          discounts: [{ scope: 'EXPRESS', amount: yuan(700) }],
          freeShipping: { applies: false },
          total: yuan(9800),
        },
        breaks: { pointer: '/discounts/0/amount', rule: 'charge-sum' },
      },
      'off by one minor unit': {
        value: {
          commodity: yuan(9900),
          express: yuan(600),
          vas: [],
          packaging: [],
          discounts: [],
          freeShipping: { applies: false },
          total: yuan(10_501),
        },
        breaks: { pointer: '/total', rule: 'charge-sum' },
      },
      'no word on free shipping': {
        value: {
          commodity: yuan(9900),
          express: yuan(600),
          vas: [],
          packaging: [],
          discounts: [],
          total: yuan(10_500),
        },
        breaks: { pointer: '', rule: 'required' },
      },
    },
  },
});
