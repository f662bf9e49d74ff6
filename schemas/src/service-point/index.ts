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
