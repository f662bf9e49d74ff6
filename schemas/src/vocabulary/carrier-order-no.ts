import { privacy, Word } from '../define/index.ts';

/** For talking to the desk of the courier; never a key of ours. */
export const CarrierOrderNo = Word(
  'CarrierOrderNo',
  { en: 'Order number of the courier', zh: '快递企业订单号' },
  {
    en: 'Number that the courier gave to an accepted order.',
    zh: '快递企业为已接订单分配的编号。',
  },
  { pattern: '[A-Za-z0-9_-]{1,64}', maxLength: 64, ...privacy('pseudonymous', 'document-number') },
);
