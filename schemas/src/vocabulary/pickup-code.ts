import { privacy, Word } from '../define/index.ts';

/** A capability: whoever has it gets the parcel. */
export const PickupCode = Word(
  'PickupCode',
  { en: 'Pickup code', zh: '取件码' },
  {
    en: 'Opens one parcel, expires, and is never derived from a phone number.',
    zh: '用于取一件快件，到期失效，不得由电话号码派生。',
  },
  {
    pattern: '[0-9]{4,8}|[0-9]{1,3}-[0-9]{1,3}-[0-9]{3,5}',
    maxLength: 13,
    ...privacy('secret', 'pickup-code', { subject: 'consignee' }),
  },
);
