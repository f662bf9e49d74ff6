import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Ref, Whole } from '../define/index.ts';
import { QuantityUnit } from './quantity-unit.ts';

/** A count with its unit, for goods that are not all counted in pieces. */
export const Quantity = Closed(
  'Quantity',
  { en: 'Quantity', zh: '数量' },
  { en: 'Whole number of units.', zh: '单位的整数倍。' },
  {
    value: Whole(
      0,
      Number.MAX_SAFE_INTEGER,
      { en: 'Value', zh: '数值' },
      { en: 'How many units.', zh: '单位个数。' },
    ),
    unit: Ref(QuantityUnit),
  },
);
export type Quantity = Static<typeof Quantity>;

export const quantityMessage = defineMessage({
  schema: Quantity,
  requirements: [],
  examples: {
    valid: { 'two pieces': { value: 2, unit: 'C62' } },
    invalid: {
      'half a kilogram': {
        value: { value: 0.5, unit: 'KGM' },
        breaks: { pointer: '/value', rule: 'type' },
      },
      'a unit in prose': {
        value: { value: 2, unit: 'pc' },
        breaks: { pointer: '/unit', rule: 'pattern' },
      },
    },
  },
});
