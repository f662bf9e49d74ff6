import { privacy, Word } from '../define/index.ts';

/** Free text of a person about a person: it leaves the platform by a grant only. */
export const DeliveryNote = Word(
  'DeliveryNote',
  { en: 'Delivery note', zh: '派送备注' },
  {
    en: 'What the consignee asks of the delivery; no run of seven digits.',
    zh: '收件人对派送的要求；不得含连续七位数字。',
  },
  {
    minLength: 1,
    maxLength: 100,
    ...privacy('personal', 'note.freetext', { subject: 'consignee' }),
  },
);
