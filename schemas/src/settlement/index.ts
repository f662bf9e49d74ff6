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

export * from './advice-issued.ts';
export * from './cash-on-delivery.ts';
export * from './charge-advice.ts';
export * from './cod-collected.ts';
export * from './cod-lifecycle.ts';
export * from './cod-remitted.ts';
export * from './confirm-statement.ts';
export * from './dispute.ts';
export * from './dispute-lifecycle.ts';
export * from './dispute-resolved.ts';
export * from './get-cod.ts';
export * from './get-dispute.ts';
export * from './get-statement.ts';
export * from './instruct-cod.ts';
export * from './list-charge-advices.ts';
export * from './list-statement-lines.ts';
export * from './open-dispute.ts';
export * from './reconcile-cod.ts';
export * from './settlement-codes.ts';
export * from './statement.ts';
export * from './statement-issued.ts';
export * from './statement-lifecycle.ts';
export * from './statement-line.ts';
