import { defineCodeList } from '../define/index.ts';

/** Chosen by the server, never asked for. */
export const View = defineCodeList({
  name: 'View',
  version: '2026-11',
  title: { en: 'View', zh: '视图' },
  description: {
    en: 'How much of a consignee a party is shown.',
    zh: '向一方展示收件人信息的范围。',
  },
  growth: 'closed',
  codes: {
    REFERENCE: { en: 'Reference', zh: '仅引用' },
    ROUTING: { en: 'Routing', zh: '路由' },
    TAIL: { en: 'Tail', zh: '尾号' },
    MASKED: { en: 'Masked', zh: '脱敏' },
    CONTACT: { en: 'Contact', zh: '联系能力' },
    DOOR: { en: 'Door', zh: '门址' },
    REVEAL: { en: 'Reveal', zh: '揭示' },
    STATISTICS: { en: 'Statistics', zh: '统计' },
  },
});
