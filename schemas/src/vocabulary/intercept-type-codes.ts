import { defineCodeList } from '../define/index.ts';

/** The change of address is by reference only. */
export const InterceptType = defineCodeList({
  name: 'InterceptType',
  version: '2026-11',
  title: { en: 'Type of interception', zh: '拦截类型' },
  description: { en: 'What is to happen to an intercepted parcel.', zh: '被拦截快件的处理方式。' },
  growth: 'closed',
  codes: {
    RETURN_TO_ORIGIN_POINT: { en: 'Back to origin point', zh: '退回始发网点' },
    RETURN_TO_SENDER: { en: 'Back to sender', zh: '退回寄件人' },
    CHANGE_ADDRESS: { en: 'Change address', zh: '修改地址' },
    HOLD: { en: 'Hold', zh: '暂存' },
  },
});
