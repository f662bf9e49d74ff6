import { defineModule } from '../define/index.ts';

export const vehicleModule = defineModule({
  name: 'vehicle',
  chapter: 11,
  prefix: 'VEH',
  title: { en: 'Delivery vehicles and passes', zh: '配送车辆与通行' },
  description: {
    en: "Vehicles with a uniform number, their insurance, their drivers' training, and passes by zone and time.",
    zh: '统一编号的配送车辆及其保险、驾驶员培训与通行许可。',
  },
  conformanceClass: 'vehicle',
  clauses: ['SC-9', 'SC-10', 'SC-18', 'DL-12', 'DL-13'],
});
