import { privacy, Word } from '../define/index.ts';

/** Scoped by the calling platform, so two platforms may use one number. */
export const OrderNo = Word(
  'OrderNo',
  { en: 'Order number', zh: '订单号' },
  { en: 'Number of an order, unique for its platform.', zh: '订单编号，在同一平台内唯一。' },
  { pattern: '[A-Za-z0-9_-]{1,64}', maxLength: 64, ...privacy('pseudonymous', 'document-number') },
);
