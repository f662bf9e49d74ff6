import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Ref, words } from '../define/index.ts';
import { Region } from '../vocabulary/region.ts';
import { shahekou, wafangdian } from './_examples.ts';

/** A road in one direction: who drives back empty offers the other. */
export const CapacityLane = Closed(
  'CapacityLane',
  { en: 'Lane', zh: '线路' },
  {
    en: 'From one prefecture or district to another, in this direction.',
    zh: '自一地级或县级区域至另一区域，单向。',
  },
  {
    from: Ref(Region, {
      'x-codegen-name': 'fromRegion',
      ...words({ en: 'From', zh: '起' }, { en: 'Where it begins.', zh: '起点区域。' }),
    }),
    to: Ref(Region, words({ en: 'To', zh: '止' }, { en: 'Where it ends.', zh: '终点区域。' })),
  },
);
export type CapacityLane = Static<typeof CapacityLane>;

export const capacityLaneMessage = defineMessage({
  schema: CapacityLane,
  requirements: [],
  examples: {
    valid: { 'to the city': { from: wafangdian, to: shahekou } },
    invalid: {
      'no end': { value: { from: wafangdian }, breaks: { pointer: '', rule: 'required' } },
      'a street': {
        value: { from: { ...wafangdian, townCode: '210281001' }, to: shahekou },
        breaks: { pointer: '/from/townCode', rule: 'CAP-006', requirement: 'CAP-006' },
      },
    },
  },
});
