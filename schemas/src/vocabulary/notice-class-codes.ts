import { defineCodeList } from '../define/index.ts';

/** Lead times depend on it. */
export const NoticeClass = defineCodeList({
  name: 'NoticeClass',
  version: '2026-11',
  title: { en: 'Class of notice', zh: '公告类别' },
  description: { en: 'What kind of interruption is noticed.', zh: '所公告中断的类别。' },
  growth: 'closed',
  codes: {
    PLANNED: { en: 'Planned', zh: '计划中断' },
    UNPLANNED: { en: 'Unplanned', zh: '突发中断' },
    RESTRICTION: { en: 'Restriction', zh: '限制提供' },
    TERMINATION: { en: 'Termination', zh: '终止提供' },
  },
});
