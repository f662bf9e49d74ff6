import { check, privacy, Word } from '../define/index.ts';

/** 128 random bits and a check character against slips of copying; never a hash. */
export const ConsigneeRef = Word(
  'ConsigneeRef',
  { en: 'Consignee reference', zh: '收件人引用' },
  {
    en: 'Random reference to a person, another one for every recipient and order.',
    zh: '指向自然人的随机引用，不同接收方、不同订单各不相同。',
  },
  {
    pattern: 'cr1_[A-Za-z0-9_-]{23}',
    maxLength: 27,
    ...check('consignee-ref'),
    ...privacy('pseudonymous', 'opaque-ref', { subject: 'consignee' }),
  },
);
