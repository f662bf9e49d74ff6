import { check, defineMessage, privacy, Word } from '../define/index.ts';

/** Short forms are for parties without a unified social credit code. */
export const PartyId = Word(
  'PartyId',
  { en: 'Party id', zh: '主体标识' },
  {
    en: 'Identifier of an organisation; 18 characters are a unified social credit code.',
    zh: '组织标识；18 位的为统一社会信用代码。',
  },
  {
    pattern: '[A-Z0-9]{2,18}',
    maxLength: 18,
    'x-source': 'GB 32100',
    ...check('party-id'),
    ...privacy('business', 'none'),
  },
);

export const partyIdMessage = defineMessage({
  schema: PartyId,
  requirements: [],
  examples: {
    valid: {
      'a credit code': '91210200MA0000001M',
      'a short id': 'ZZ',
    },
    invalid: {
      'a wrong check character': {
        value: '91210200MA0000001N',
        breaks: { pointer: '', rule: 'check-digit' },
      },
      'lower case': { value: 'zz', breaks: { pointer: '', rule: 'pattern' } },
    },
  },
});
