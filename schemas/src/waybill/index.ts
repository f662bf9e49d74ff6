import { defineModule } from '../define/index.ts';

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

export * from './cancel-waybill.ts';
export * from './waybill-codes.ts';
export * from './waybill-lifecycle.ts';
