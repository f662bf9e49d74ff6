import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
  Flag,
  Line,
  Optional,
  privacy,
  Ref,
  Resource,
  Whole,
  words,
} from '../define/index.ts';
import { Money } from '../vocabulary/money.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { VasCode } from '../vocabulary/vas-code-codes.ts';
import { insuranceOffer } from './_examples.ts';
import { VasPricing } from './pricing-codes.ts';

/** One offer a service. */
export const VasOffer = Resource(
  'VasOffer',
  { en: 'Offer of a service', zh: '增值服务报价' },
  {
    en: 'A value-added service of the courier, what it costs and what it needs.',
    zh: '快递企业的一项增值服务及其价格与前提。',
  },
  {
    vasCode: Ref(VasCode),
    preconditions: Optional(
      Line(
        200,
        { en: 'Preconditions', zh: '前提条件' },
        { en: 'What must hold for it, in words.', zh: '以文字说明的前提。' },
        privacy('business', 'business-text'),
      ),
    ),
    pricing: Ref(VasPricing),
    amount: Optional(
      Ref(
        Money,
        words(
          { en: 'Amount', zh: '金额' },
          { en: 'With FLAT: for each package.', zh: '固定计价时给出：每件金额。' },
        ),
      ),
    ),
    perMille: Optional(
      Whole(
        1,
        1000,
        { en: 'Per mille', zh: '千分比' },
        {
          en: 'With PER_MILLE: of the declared value, rounded up to a whole minor unit.',
          zh: '千分比计价时给出：以声明价值为基数，向上取整至最小货币单位。',
        },
      ),
    ),
    refundable: Flag(
      { en: 'Refundable', zh: '可退' },
      {
        en: 'Whether the price is paid back when the service was not rendered.',
        zh: '未提供该服务时是否退费。',
      },
    ),
    consentNeeded: Optional(
      Flag(
        { en: 'Consent needed', zh: '须经同意' },
        {
          en: 'Whether a choice names a consent of the consignee. Absent: no.',
          zh: '选择时是否须引用收件人的同意；不出现即否。',
        },
      ),
    ),
    ...storedMembers,
  },
);
export type VasOffer = Static<typeof VasOffer>;

const { perMille: _, ...withoutShare } = insuranceOffer;

export const vasOfferMessage = defineMessage({
  schema: VasOffer,
  requirements: [],
  examples: {
    valid: {
      'insurance for half a per cent': insuranceOffer,
      'a check of identity, with consent': {
        ...withoutShare,
        vasCode: 'ID_CHECK',
        pricing: 'FLAT',
        amount: { currency: 'CNY', minor: 150 },
        consentNeeded: true,
      },
    },
    invalid: {
      'a share without its number': {
        value: withoutShare,
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'an amount and a share': {
        value: { ...insuranceOffer, amount: { currency: 'CNY', minor: 150 } },
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'one and a half per mille': {
        value: { ...insuranceOffer, perMille: 1.5 },
        breaks: { pointer: '/perMille', rule: 'type' },
      },
      'a pricing of no list': {
        value: { ...insuranceOffer, pricing: 'PERCENT' },
        breaks: { pointer: '/pricing', rule: 'enum' },
      },
    },
  },
});
