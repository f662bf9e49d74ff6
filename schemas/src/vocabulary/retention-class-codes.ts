import { defineCodeList } from '../define/index.ts';

/** The lower-case words of `x-privacy`, as codes. */
export const RetentionClass = defineCodeList({
  name: 'RetentionClass',
  version: '2026-11',
  title: { en: 'Retention class', zh: '保存类别' },
  description: { en: 'How long data is kept.', zh: '数据的保存期限。' },
  growth: 'closed',
  codes: {
    TRANSIENT: { en: 'Nothing beyond the call', zh: '不存储' },
    DAY: { en: '24 hours', zh: '一日' },
    DELIVERY: { en: 'Closed + 30 days', zh: '投递期' },
    CLAIM: { en: 'Closed + 180 days', zh: '理赔期' },
    RECORD: { en: '3 years', zh: '存档' },
    CONTRACT: { en: 'As agreed', zh: '依约定' },
  },
});
