import { privacy, Word } from '../define/index.ts';

/** Given by the courier by contract. */
export const CarrierAccountId = Word(
  'CarrierAccountId',
  { en: 'Account at the courier', zh: '快递账户标识' },
  {
    en: 'Names the account that waybill numbers and charges are booked on.',
    zh: '标识面单与费用所记入的账户。',
  },
  { minLength: 1, maxLength: 40, ...privacy('business', 'none') },
);
