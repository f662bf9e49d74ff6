import { defineModule } from '../define/index.ts';

export const emissionModule = defineModule({
  name: 'emission',
  chapter: 15,
  prefix: 'EMI',
  title: { en: 'Clean transport and energy', zh: '清洁运输与能耗' },
  description: {
    en: 'Energy and emissions of transport legs, shared exactly among their parcels; energy of fleets and facilities.',
    zh: '运输航段的能耗与排放，精确分摊到包裹；车队与设施能耗。',
  },
  conformanceClass: 'emission',
  clauses: ['SC-16', 'DL-9', 'SC-18', 'DL-11', 'DL-13'],
});
