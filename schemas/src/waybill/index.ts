import { defineModule } from '../define/index.ts';

/** Chapter of the standard about numbers, labels and waybills. */
export const waybillModule = defineModule({
  name: 'waybill',
  chapter: 2,
  prefix: 'WBL',
  title: { en: 'Waybill and label', zh: '运单与面单' },
  description: {
    en: 'Numbers, waybills, labels, and calling a parcel back.',
    zh: '单号、运单、面单与拦截。',
  },
  conformanceClass: 'core',
  clauses: ['SC-3', 'SC-14', 'DL-7'],
});

export * from './allocate-waybill-numbers.ts';
export * from './attempt.ts';
export * from './cancel-waybill.ts';
export * from './confirm-print.ts';
export * from './copy-count.ts';
export * from './create-waybill.ts';
export * from './create-waybill-batch.ts';
export * from './get-intercept.ts';
export * from './get-waybill.ts';
export * from './get-waybill-balance.ts';
export * from './get-waybill-label.ts';
export * from './intercept.ts';
export * from './intercept-lifecycle.ts';
export * from './intercept-waybill.ts';
export * from './label-data.ts';
export * from './list-waybills.ts';
export * from './update-waybill.ts';
export * from './waybill.ts';
export * from './waybill-codes.ts';
export * from './waybill-creation.ts';
export * from './waybill-handover-recorded.ts';
export * from './waybill-intercept-resolved.ts';
export * from './waybill-lifecycle.ts';
export * from './waybill-realname-attested.ts';
export * from './waybill-requirements.ts';
export * from './waybill-status-changed.ts';
