import { defineCodeList } from '../define/index.ts';

/** A kind is enough to read a trail. */
export const ActorKind = defineCodeList({
  name: 'ActorKind',
  version: '2026-11',
  title: { en: 'Kind of actor', zh: '操作者类型' },
  description: { en: 'What kind of person or process acted.', zh: '操作的人员或进程的类型。' },
  growth: 'closed',
  codes: {
    COURIER: { en: 'Courier', zh: '快递员' },
    STATION: { en: 'Station', zh: '驿站人员' },
    SYSTEM: { en: 'System', zh: '系统' },
    CONSIGNEE: { en: 'Consignee', zh: '收件人' },
  },
});
