import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, ListOf, Optional, Ref, Whole, words } from '../define/index.ts';
import { Dimensions } from '../vocabulary/dimensions.ts';
import { ItemLine } from '../vocabulary/item-line.ts';
import { Money } from '../vocabulary/money.ts';
import { PackageId } from '../vocabulary/package-id.ts';
import { WeightGrams } from '../vocabulary/weight-grams.ts';
import { teaPackage } from './_examples.ts';

/** One parcel to be, before it has a number. */
export const PackagePlan = Closed(
  'PackagePlan',
  { en: 'Package', zh: '包裹' },
  { en: 'One package of an order, and what is in it.', zh: '订单中的一个包裹及其内件。' },
  {
    packageId: Ref(PackageId),
    items: ListOf(
      Ref(ItemLine),
      1,
      100,
      words({ en: 'Items', zh: '内件' }, { en: 'What is inside.', zh: '包裹内的物品。' }),
    ),
    weightGrams: Optional(Ref(WeightGrams)),
    dimensions: Optional(Ref(Dimensions)),
    declaredValue: Optional(
      Ref(
        Money,
        words(
          { en: 'Declared value', zh: '声明价值' },
          { en: 'What the sender says it is worth.', zh: '寄件方声明的价值。' },
        ),
      ),
    ),
    pieceIndex: Optional(
      Whole(
        1,
        100,
        { en: 'Piece', zh: '件序' },
        {
          en: 'Place among the pieces of one consignment, from 1; together with pieceCount.',
          zh: '在同一票货物中的件序，从 1 起；与件数同时给出。',
        },
      ),
    ),
    pieceCount: Optional(
      Whole(
        1,
        100,
        { en: 'Pieces', zh: '件数' },
        {
          en: 'Pieces of the consignment; together with pieceIndex.',
          zh: '同一票货物的总件数；与件序同时给出。',
        },
      ),
    ),
  },
);
export type PackagePlan = Static<typeof PackagePlan>;

export const packagePlan = defineMessage({
  schema: PackagePlan,
  requirements: [],
  examples: {
    valid: {
      'one tin of tea': teaPackage,
      'the second of two pieces': { ...teaPackage, pieceIndex: 2, pieceCount: 2 },
    },
    invalid: {
      'nothing inside': {
        value: { ...teaPackage, items: [] },
        breaks: { pointer: '/items', rule: 'minItems' },
      },
      'weighs nothing': {
        value: { ...teaPackage, weightGrams: 0 },
        breaks: { pointer: '/weightGrams', rule: 'minimum' },
      },
      'a piece without the count': {
        value: { ...teaPackage, pieceIndex: 1 },
        breaks: { pointer: '', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'the third of two pieces': {
        value: { ...teaPackage, pieceIndex: 3, pieceCount: 2 },
        breaks: { pointer: '/pieceIndex', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'a space in the package id': {
        value: { ...teaPackage, packageId: 'box 1' },
        breaks: { pointer: '/packageId', rule: 'pattern' },
      },
    },
  },
});
