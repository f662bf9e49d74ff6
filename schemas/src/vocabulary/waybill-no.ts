import { defineMessage, privacy, Word } from '../define/index.ts';

/** Opaque: a courier's own pattern only warns. Numbers are recycled, so the key also has the courier and the day. */
export const WaybillNo = Word(
  'WaybillNo',
  { en: 'Waybill number', zh: '运单号' },
  {
    en: 'Opaque number of a waybill, unique per courier while it is live.',
    zh: '运单的不透明编号，在用期间于同一快递企业内唯一。',
  },
  { pattern: '[A-Z0-9-]{8,34}', maxLength: 34, ...privacy('pseudonymous', 'document-number') },
);

export const waybillNoMessage = defineMessage({
  schema: WaybillNo,
  requirements: [],
  examples: {
    valid: {
      'the mock courier': 'ZZ000000000001',
    },
    invalid: {
      'lower case': { value: 'zz000000000001', breaks: { pointer: '', rule: 'pattern' } },
      'too short': { value: 'ZZ00001', breaks: { pointer: '', rule: 'pattern' } },
    },
  },
});
