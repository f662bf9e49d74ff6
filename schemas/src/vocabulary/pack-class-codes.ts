import { defineCodeList } from '../define/index.ts';

/** The letters order them, best first. */
export const PackClass = defineCodeList({
  name: 'PackClass',
  version: '2026-11',
  title: { en: 'Packaging class', zh: '包装类别' },
  description: {
    en: 'How green a packaging is; each class on offer has its own price.',
    zh: '包装的绿色程度；所提供的各类别单独标价。',
  },
  growth: 'closed',
  codes: {
    A_REUSABLE: { en: 'Reusable', zh: '循环' },
    B_RECYCLED_OR_REDUCED: { en: 'Recycled or reduced', zh: '再生或减量' },
    C_BIODEGRADABLE: { en: 'Biodegradable', zh: '可降解' },
    D_CONVENTIONAL: { en: 'Conventional', zh: '常规' },
  },
});
