import { defineCodeList } from '../define/index.ts';

/** An unparsed address is masked down to the town. */
export const AddressQuality = defineCodeList({
  name: 'AddressQuality',
  version: '2026-11',
  title: { en: 'Quality of an address', zh: '地址质量' },
  description: { en: 'How far an address was cut into levels.', zh: '地址按层级拆分的程度。' },
  growth: 'closed',
  codes: {
    PARSED: { en: 'Parsed', zh: '已解析' },
    PARTIAL: { en: 'Partial', zh: '部分解析' },
    UNPARSED: { en: 'Unparsed', zh: '未解析' },
  },
});
