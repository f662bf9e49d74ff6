import { defineModule } from '../define/index.ts';

export const packagingModule = defineModule({
  name: 'packaging',
  chapter: 14,
  prefix: 'PKG',
  title: { en: 'Green packaging', zh: '绿色包装' },
  description: {
    en: 'Declared packaging, reusable assets in circulation, recycling, and a ledger of green credits.',
    zh: '包装申报、循环件流转、回收与绿色积分流水。',
  },
  conformanceClass: 'packaging',
  clauses: ['SC-16', 'SC-17', 'DL-9', 'DL-10'],
});
