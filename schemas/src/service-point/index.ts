import { defineModule } from '../define/index.ts';

export const servicePointModule = defineModule({
  name: 'service-point',
  chapter: 9,
  prefix: 'SVP',
  title: { en: 'Service points', zh: '末端服务点' },
  description: {
    en: 'Terminal outlets, public delivery points and village stations: where they are, what they do, who answers for them.',
    zh: '末端网点、公共投递点与村级服务点的位置、能力与备案。',
  },
  conformanceClass: 'service-point',
  clauses: ['SC-1', 'DL-S3', 'SC-7', 'SC-11', 'SC-12', 'DL-15', 'DL-16', 'SC-2', 'DL-S2', 'DL-G'],
});

export * from './amend-outlet-filing.ts';
export * from './clock-time.ts';
export * from './filing-changed.ts';
export * from './get-outlet-filing.ts';
export * from './get-rural-declaration.ts';
export * from './get-service-point.ts';
export * from './inspection-published.ts';
export * from './inspection-record.ts';
export * from './list-inspections.ts';
export * from './list-service-points.ts';
export * from './opening-hours.ts';
export * from './outlet-filing.ts';
export * from './outlet-filing-lifecycle.ts';
export * from './place-readers.ts';
export * from './point-changed.ts';
export * from './point-id.ts';
export * from './point-inventory.ts';
export * from './put-rural-declaration.ts';
export * from './put-service-point.ts';
export * from './region-query.ts';
export * from './report-point-inventory.ts';
export * from './rural-service-declaration.ts';
export * from './service-point.ts';
export * from './service-point-codes.ts';
export * from './service-point-requirements.ts';
export * from './submit-outlet-filing.ts';
