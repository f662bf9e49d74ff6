import { defineModule } from '../define/index.ts';

export const settlementModule = defineModule({
  name: 'settlement',
  chapter: 17,
  prefix: 'STL',
  title: { en: 'Settlement and cash on delivery', zh: '结算与代收货款' },
  description: {
    en: 'What a waybill cost, statements that add up, disputes, and cash collected and remitted once.',
    zh: '运单费用、可加总的账单、争议，以及一次汇付的代收货款。',
  },
  conformanceClass: 'settlement',
  clauses: ['SC-2', 'SC-15', 'DL-8'],
});
