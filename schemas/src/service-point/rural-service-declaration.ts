import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
  Flag,
  ListOf,
  privacy,
  Ref,
  Resource,
  Whole,
  words,
} from '../define/index.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { VillageCode } from '../vocabulary/village-code.ts';
import { threeVillages } from './_examples.ts';
import { PointId } from './point-id.ts';

/** One a point; the next one replaces it. */
export const RuralServiceDeclaration = Resource(
  'RuralServiceDeclaration',
  { en: 'Declaration of rural service', zh: '农村服务申报' },
  {
    en: 'Which villages a point serves, how often, and whether it picks up produce.',
    zh: '服务点覆盖的村、每周频次与是否揽收农产品。',
  },
  {
    pointId: Ref(PointId),
    villageCodes: ListOf(Ref(VillageCode, privacy('public', 'addr.division')), 1, 100, {
      uniqueItems: true,
      ...words(
        { en: 'Villages', zh: '村级代码' },
        { en: 'Villages that the point serves.', zh: '服务点覆盖的村。' },
      ),
    }),
    deliveriesPerWeekCount: Whole(
      1,
      50,
      { en: 'Deliveries a week', zh: '每周投递频次' },
      { en: 'How often a week parcels reach the villages.', zh: '每周投递到村的次数。' },
      privacy('public', 'measure'),
    ),
    producePickup: Flag(
      { en: 'Picks up produce', zh: '揽收农产品' },
      { en: 'Whether farm produce is picked up there.', zh: '是否揽收农产品。' },
      privacy('public', 'flag'),
    ),
    ...storedMembers,
  },
);
export type RuralServiceDeclaration = Static<typeof RuralServiceDeclaration>;

export const ruralServiceDeclaration = defineMessage({
  schema: RuralServiceDeclaration,
  requirements: [],
  examples: {
    valid: {
      'three villages': threeVillages,
      'one village, daily': {
        ...threeVillages,
        villageCodes: ['210213101201'],
        deliveriesPerWeekCount: 7,
        producePickup: false,
      },
    },
    invalid: {
      'a village twice': {
        value: { ...threeVillages, villageCodes: ['210213101201', '210213101201'] },
        breaks: { pointer: '/villageCodes', rule: 'uniqueItems' },
      },
      'a town for a village': {
        value: { ...threeVillages, villageCodes: ['210213101'] },
        breaks: { pointer: '/villageCodes/0', rule: 'pattern' },
      },
    },
  },
});
