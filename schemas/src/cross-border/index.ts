import { defineModule } from '../define/index.ts';

export const crossBorderModule = defineModule({
  name: 'cross-border',
  chapter: 16,
  prefix: 'XBD',
  title: { en: 'Cross-border', zh: '跨境' },
  description: {
    en: 'Customs declarations without identity numbers, postal item descriptions, and exchange offices.',
    zh: '不含证件号的报关、邮件内件信息与互换局事件。',
  },
  conformanceClass: 'cross-border',
  clauses: ['DL-5'],
});
