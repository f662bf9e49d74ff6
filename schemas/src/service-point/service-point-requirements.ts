import { defineRequirement } from '../define/index.ts';

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
  excluded: {
    because: 'OFF_THE_WIRE',
    why: {
      en: 'A point shows by no message of its own what it got: the platform that answers it is probed, for VEW-002.',
      zh: '服务点自身的消息不反映其所得；由 VEW-002 在应答的平台处检测。',
    },
  },
});
