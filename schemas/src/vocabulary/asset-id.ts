import { check, defineMessage, privacy, Word } from '../define/index.ts';

/** The RA form is for operators without a GS1 prefix. */
export const AssetId = Word(
  'AssetId',
  { en: 'Asset id', zh: '循环件标识' },
  {
    en: 'Names a reusable packaging asset: a GRAI, or RA and thirteen digits.',
    zh: '标识循环包装件：可回收资产代码，或 RA 加 13 位数字。',
  },
  {
    pattern: '0[0-9]{13}[A-Za-z0-9]{0,16}|RA[0-9]{13}',
    maxLength: 30,
    ...check('asset-id'),
    ...privacy('business', 'none'),
  },
);

export const assetIdMessage = defineMessage({
  schema: AssetId,
  requirements: [],
  examples: {
    valid: {
      'the first box': 'RA0000000000017',
      'a box of Dalian': 'RA2102020000171',
    },
    invalid: {
      'a wrong check digit': {
        value: 'RA0000000000018',
        breaks: { pointer: '', rule: 'check-digit' },
      },
      'another prefix': { value: 'RB0000000000017', breaks: { pointer: '', rule: 'pattern' } },
    },
  },
});
