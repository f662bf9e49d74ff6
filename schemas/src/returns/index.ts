import { defineModule } from '../define/index.ts';

export const returnsModule = defineModule({
  name: 'returns',
  chapter: 18,
  prefix: 'RTN',
  title: { en: 'Returns', zh: '退货与逆向物流' },
  description: {
    en: "A consumer's return as a new waybill related to the first, from authorisation to refund.",
    zh: '消费者退货作为关联原单的新运单，从授权到退款。',
  },
  conformanceClass: 'returns',
  clauses: ['SC-4', 'SC-14', 'SC-15', 'SC-17', 'DL-10'],
});

export * from './authorise-return.ts';
export * from './cancel-return.ts';
export * from './get-return.ts';
export * from './inspection-recorded.ts';
export * from './refund-triggered.ts';
export * from './report-return-inspection.ts';
export * from './return.ts';
export * from './return-authorisation.ts';
export * from './return-codes.ts';
export * from './return-inspection.ts';
export * from './return-lifecycle.ts';
export * from './return-status-changed.ts';
export * from './return-terms.ts';
export * from './rma-no.ts';
