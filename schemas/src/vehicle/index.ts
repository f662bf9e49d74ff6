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

export * from './accident-report.ts';
export * from './accident-reported.ts';
export * from './add-insurance-cover.ts';
export * from './apply-for-pass.ts';
export * from './driver-id.ts';
export * from './driver-qualification.ts';
export * from './get-driver-qualification.ts';
export * from './get-pass-permit.ts';
export * from './insurance-cover.ts';
export * from './list-insurance-covers.ts';
export * from './list-parking-offers.ts';
export * from './list-pass-permits.ts';
export * from './list-vehicles.ts';
export * from './parking-offer.ts';
export * from './pass-permit.ts';
export * from './pass-permit-changed.ts';
export * from './pass-permit-lifecycle.ts';
export * from './put-driver-qualification.ts';
export * from './put-vehicle.ts';
export * from './report-accident.ts';
export * from './revoke-pass.ts';
export * from './vehicle.ts';
export * from './vehicle-codes.ts';
export * from './vehicle-tag-issued.ts';
