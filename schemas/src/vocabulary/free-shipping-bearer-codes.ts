import { defineCodeList } from '../define/index.ts';

/** Free delivery has a price, and somebody bears it. */
export const FreeShippingBearer = defineCodeList({
  name: 'FreeShippingBearer',
  version: '2026-11',
  title: { en: 'Bearer of free shipping', zh: '包邮承担方' },
  description: {
    en: 'Who pays for the delivery that the buyer sees as free.',
    zh: '承担包邮运费的一方。',
  },
  growth: 'closed',
  codes: {
    SELLER: { en: 'Seller', zh: '卖家' },
    PLATFORM: { en: 'Platform', zh: '平台' },
  },
});
