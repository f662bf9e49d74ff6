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
