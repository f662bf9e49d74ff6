import { defineCodeList } from '../define/index.ts';

/** Says nothing about the buyer. */
export const ChannelCode = defineCodeList({
  name: 'ChannelCode',
  version: '2026-11',
  title: { en: 'Sales channel', zh: '销售渠道' },
  description: { en: 'Where the order was placed.', zh: '下单渠道。' },
  growth: { fallback: 'OTHER' },
  codes: {
    WEB: { en: 'Web shop', zh: '网站' },
    APP: { en: 'App', zh: '应用' },
    LIVE: { en: 'Live commerce', zh: '直播' },
    STORE: { en: 'Store', zh: '门店' },
    API: { en: 'Merchant interface', zh: '商家接口' },
    OTHER: { en: 'Other', zh: '其他' },
  },
});
