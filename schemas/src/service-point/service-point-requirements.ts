import { defineRequirement } from '../define/index.ts';
import { later } from './_later.ts';

/** About every way in which a point could learn who collects. */
export const pointsSeeTailsAlone = defineRequirement({
  id: 'SVP-007',
  level: 'MUST NOT',
  roles: ['service-point'],
  position: 'caller',
  tier: 'W',
  text: {
    en: 'A point gets more of a consignee than view TAIL.',
    zh: '服务点不得获得高于尾号视图的信息。',
  },
  wire: 'view probe',
  ...later,
});
