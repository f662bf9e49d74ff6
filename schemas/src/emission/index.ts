import { defineModule } from '../define/index.ts';

/** Chapter of the standard about what transport and buildings use and emit. */
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

export * from './emission-codes.ts';
export * from './facility-energy.ts';
export * from './fleet-energy-share.ts';
export * from './get-parcel-footprint.ts';
export * from './get-transport-leg.ts';
export * from './leg-reported.ts';
export * from './multimodal-plan.ts';
export * from './new-energy-per-mille.ts';
export * from './report-facility-energy.ts';
export * from './report-fleet-energy.ts';
export * from './report-transport-leg.ts';
export * from './submit-multimodal-plan.ts';
export * from './transport-leg.ts';
export * from './transport-leg-lifecycle.ts';
