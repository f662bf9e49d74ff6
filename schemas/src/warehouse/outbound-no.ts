import { privacy, Word } from '../define/index.ts';

/** One order may leave in several outbound orders. */
export const OutboundNo = Word(
  'OutboundNo',
  { en: 'Outbound order number', zh: '出库单号' },
  {
    en: 'Number of an outbound order, unique for its platform.',
    zh: '出库单编号，在同一平台内唯一。',
  },
  { pattern: '[A-Za-z0-9_-]{1,64}', maxLength: 64, ...privacy('pseudonymous', 'document-number') },
);
