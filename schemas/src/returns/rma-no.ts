import { privacy, Word } from '../define/index.ts';

/** Made by the platform, so that a repeated request meets the first. */
export const RmaNo = Word(
  'RmaNo',
  { en: 'Return number', zh: '退货单号' },
  { en: 'Number of a return, unique for its platform.', zh: '退货单编号，在同一平台内唯一。' },
  { pattern: '[A-Za-z0-9_-]{1,64}', maxLength: 64, ...privacy('pseudonymous', 'document-number') },
);
