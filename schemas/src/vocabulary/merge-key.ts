import { privacy, Word } from '../define/index.ts';

/** For combining parcels; deleted when the order is accepted, and never a reference. */
export const MergeKey = Word(
  'MergeKey',
  { en: 'Merge key', zh: '合单键' },
  {
    en: 'Equal for orders of one person at one merchant for at most seven days.',
    zh: '同一商家同一收件人的订单在至多七天内相同。',
  },
  {
    pattern: 'mk1_[A-Za-z0-9_-]{22}',
    maxLength: 26,
    ...privacy('pseudonymous', 'merge-key', { subject: 'consignee' }),
  },
);
