import { defineMessage, privacy, Word } from '../define/index.ts';

/** Plates of new-energy vehicles have six places after the letter (unconfirmed). */
export const PlateNo = Word(
  'PlateNo',
  { en: 'Plate number', zh: '车牌号' },
  {
    en: 'Plate of a vehicle of mainland China, without separators.',
    zh: '中国内地机动车号牌，不含分隔符。',
  },
  {
    pattern: '[一-龥][A-Z][A-Z0-9]{4,5}[A-Z0-9挂学警港澳]',
    maxLength: 8,
    ...privacy('pseudonymous', 'plate-number'),
  },
);

export const plateNoMessage = defineMessage({
  schema: PlateNo,
  requirements: [],
  examples: {
    valid: {
      'a car': '辽B12345',
      'a new-energy van': '辽BD12345',
      'a truck with a trailer plate': '辽B1234挂',
    },
    invalid: {
      'a separator': { value: '辽B·12345', breaks: { pointer: '', rule: 'pattern' } },
      'a masked plate': { value: '辽B***45', breaks: { pointer: '', rule: 'masked-input' } },
    },
  },
});
