import { defineModule } from '../define/index.ts';

export const pricingModule = defineModule({
  name: 'pricing',
  chapter: 8,
  prefix: 'PRC',
  title: { en: 'Separated pricing and value-added services', zh: '价格分离与增值服务' },
  description: {
    en: 'What an order costs, part by part: goods, delivery, services and packaging each have a price of their own.',
    zh: '商品、快递、增值服务与包装分别计价。',
  },
  conformanceClass: 'pricing',
  clauses: ['SC-2', 'DL-S2', 'SC-17', 'DL-10'],
});

export * from './create-quote.ts';
export * from './get-quote.ts';
export * from './list-tariffs.ts';
export * from './list-vas-offers.ts';
export * from './pricing-codes.ts';
export * from './pricing-requirements.ts';
export * from './quote.ts';
export * from './quote-lifecycle.ts';
export * from './quote-request.ts';
export * from './record-vas-choice.ts';
export * from './tariff.ts';
export * from './tariff-published.ts';
export * from './vas-offer.ts';
