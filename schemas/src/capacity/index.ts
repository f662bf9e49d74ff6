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

export * from './capacity-codes.ts';
export * from './capacity-demand.ts';
export * from './capacity-forecast.ts';
export * from './capacity-lane.ts';
export * from './capacity-offer.ts';
export * from './capacity-slot.ts';
export * from './capacity-terms.ts';
export * from './decide-match.ts';
export * from './get-capacity-demand.ts';
export * from './get-capacity-offer.ts';
export * from './get-match.ts';
export * from './guidance-published.ts';
export * from './list-matches.ts';
export * from './list-traffic-guidances.ts';
export * from './match-changed.ts';
export * from './match-lifecycle.ts';
export * from './match-proposal.ts';
export * from './match-proposed.ts';
export * from './publish-forecast.ts';
export * from './put-capacity-demand.ts';
export * from './put-capacity-offer.ts';
export * from './traffic-guidance.ts';
