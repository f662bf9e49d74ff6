import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, ListOf, Optional, Ref, words } from '../define/index.ts';
import { Dimensions } from '../vocabulary/dimensions.ts';
import { Money } from '../vocabulary/money.ts';
import { PackClass } from '../vocabulary/pack-class-codes.ts';
import { Region } from '../vocabulary/region.ts';
import { ServiceProduct } from '../vocabulary/service-product-codes.ts';
import { VasCode } from '../vocabulary/vas-code-codes.ts';
import { WeightGrams } from '../vocabulary/weight-grams.ts';
import { quoteRequest } from './_examples.ts';

/** Regions alone: a price needs nobody's address. */
export const QuoteRequest = Closed(
  'QuoteRequest',
  { en: 'Request for a quote', zh: '询价' },
  {
    en: 'Asks what one package from one region to another costs; no personal data.',
    zh: '询问一件包裹由一地至另一地的价格；不含个人信息。',
  },
  {
    origin: Ref(
      Region,
      words({ en: 'Origin', zh: '始发地' }, { en: 'Where it starts.', zh: '始发区划。' }),
    ),
    destination: Ref(
      Region,
      words({ en: 'Destination', zh: '目的地' }, { en: 'Where it goes.', zh: '目的区划。' }),
    ),
    weightGrams: Ref(WeightGrams),
    dimensions: Optional(Ref(Dimensions)),
    product: Ref(ServiceProduct),
    vas: Optional(
      ListOf(Ref(VasCode), 0, 20, {
        uniqueItems: true,
        ...words(
          { en: 'Value-added services', zh: '增值服务' },
          {
            en: 'Services that are wanted; no other is quoted.',
            zh: '所需服务；其他服务不予计价。',
          },
        ),
      }),
    ),
    packClass: Optional(
      Ref(
        PackClass,
        words(
          { en: 'Packaging class', zh: '包装类别' },
          {
            en: 'Packaging by the courier. Absent: none.',
            zh: '由快递企业提供的包装；不出现即不需要。',
          },
        ),
      ),
    ),
    declaredValue: Optional(
      Ref(
        Money,
        words(
          { en: 'Declared value', zh: '声明价值' },
          {
            en: 'What services priced per mille are reckoned from; required with INSURE.',
            zh: '按千分比计费的服务以此为基数；选择保价时必填。',
          },
        ),
      ),
    ),
  },
);
export type QuoteRequest = Static<typeof QuoteRequest>;

const { product: _, ...withoutProduct } = quoteRequest;

export const quoteRequestMessage = defineMessage({
  schema: QuoteRequest,
  requirements: [],
  examples: {
    valid: {
      'an insured box within Dalian': quoteRequest,
      'nothing but lane, weight and product': {
        origin: quoteRequest.origin,
        destination: quoteRequest.destination,
        weightGrams: 1,
        product: 'ECONOMY',
      },
      'in a box that comes back': { ...quoteRequest, packClass: 'A_REUSABLE' },
    },
    invalid: {
      'product is missing': { value: withoutProduct, breaks: { pointer: '', rule: 'required' } },
      'an address beside the region': {
        value: { ...quoteRequest, road: '演示路 12 号' },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
      'a service twice': {
        value: { ...quoteRequest, vas: ['INSURE', 'INSURE'] },
        breaks: { pointer: '/vas', rule: 'uniqueItems' },
      },
      'a weight in kilograms': {
        value: { ...quoteRequest, weightGrams: 1.2 },
        breaks: { pointer: '/weightGrams', rule: 'type' },
      },
      'a value below nothing': {
        value: { ...quoteRequest, declaredValue: { currency: 'CNY', minor: -1 } },
        breaks: { pointer: '/declaredValue', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'insured for nothing': {
        value: {
          origin: quoteRequest.origin,
          destination: quoteRequest.destination,
          weightGrams: 1200,
          product: 'STANDARD',
          vas: ['INSURE'],
        },
        breaks: { pointer: '', rule: 'DSC-023', requirement: 'DSC-023' },
      },
    },
  },
});
