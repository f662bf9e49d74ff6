import { defineModule } from '../define/index.ts';

export const capacityModule = defineModule({
  name: 'capacity',
  chapter: 12,
  prefix: 'CAP',
  title: { en: 'Capacity matching', zh: '运力供需匹配' },
  description: {
    en: 'Offers of and demands for capacity, matched by a hub; nobody is named before both agree.',
    zh: '运力供给与需求由综合平台匹配；双方确认前不披露身份。',
  },
  conformanceClass: 'capacity',
  clauses: ['SC-14', 'DL-7', 'SC-18', 'DL-11', 'SC-12', 'SC-13', 'DL-6'],
});
