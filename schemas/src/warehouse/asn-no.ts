import { privacy, Word } from '../define/index.ts';

/** Given by whoever sends the goods in. */
export const AsnNo = Word(
  'AsnNo',
  { en: 'Inbound notice number', zh: '入库预报单号' },
  { en: 'Number of an advance notice, unique for its sender.', zh: '预报编号，在发送方内唯一。' },
  { pattern: '[A-Za-z0-9_-]{1,64}', maxLength: 64, ...privacy('pseudonymous', 'document-number') },
);
