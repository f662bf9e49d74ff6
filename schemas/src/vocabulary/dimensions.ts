import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, privacy, Whole } from '../define/index.ts';

const millimetres = { 'x-unit': 'mm', ...privacy('business', 'measure') };

/** Outer measures of a package; length is the longest by habit, not by rule. */
export const Dimensions = Closed(
  'Dimensions',
  { en: 'Dimensions', zh: '尺寸' },
  { en: 'Outer dimensions in millimetres.', zh: '外廓尺寸，单位为毫米。' },
  {
    lengthMillimetres: Whole(
      1,
      10_000,
      { en: 'Length', zh: '长' },
      { en: 'Length in millimetres.', zh: '长度，单位为毫米。' },
      millimetres,
    ),
    widthMillimetres: Whole(
      1,
      10_000,
      { en: 'Width', zh: '宽' },
      { en: 'Width in millimetres.', zh: '宽度，单位为毫米。' },
      millimetres,
    ),
    heightMillimetres: Whole(
      1,
      10_000,
      { en: 'Height', zh: '高' },
      { en: 'Height in millimetres.', zh: '高度，单位为毫米。' },
      millimetres,
    ),
  },
);
export type Dimensions = Static<typeof Dimensions>;

export const dimensionsMessage = defineMessage({
  schema: Dimensions,
  requirements: [],
  examples: {
    valid: {
      'a shoe box': { lengthMillimetres: 330, widthMillimetres: 190, heightMillimetres: 120 },
    },
    invalid: {
      flat: {
        value: { lengthMillimetres: 330, widthMillimetres: 190, heightMillimetres: 0 },
        breaks: { pointer: '/heightMillimetres', rule: 'minimum' },
      },
      'centimetres with a fraction': {
        value: { lengthMillimetres: 330, widthMillimetres: 19.5, heightMillimetres: 120 },
        breaks: { pointer: '/widthMillimetres', rule: 'type' },
      },
    },
  },
});
