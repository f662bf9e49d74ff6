import { defineCodeList } from '../define/index.ts';

/** Each is chosen, never presumed. */
export const VasCode = defineCodeList({
  name: 'VasCode',
  version: '2026-11',
  title: { en: 'Value-added service', zh: '增值服务' },
  description: {
    en: 'Service beyond carriage, priced on its own.',
    zh: '运输以外的服务，单独计价。',
  },
  growth: { fallback: 'OTHER' },
  codes: {
    INSURE: { en: 'Declared value', zh: '保价' },
    COD: { en: 'Cash on delivery', zh: '代收货款' },
    SIGN_BACK: { en: 'Signed return receipt', zh: '签回单' },
    INSPECT_BEFORE_SIGN: { en: 'Inspect before signing', zh: '验货签收' },
    DOOR_DELIVERY: { en: 'Delivery to the door', zh: '送货上门' },
    SCHEDULED: { en: 'Scheduled delivery', zh: '预约派送' },
    PACKING_SERVICE: { en: 'Packing', zh: '包装服务' },
    REUSABLE_PACK: { en: 'Reusable packaging', zh: '循环包装' },
    CALL_BEFORE: { en: 'Call before delivery', zh: '派前电联' },
    NO_LOCKER: { en: 'No locker', zh: '不放快件箱' },
    UPSTAIRS: { en: 'Carry upstairs', zh: '送货上楼' },
    FRESH: { en: 'Fresh goods', zh: '生鲜服务' },
    ID_CHECK: { en: 'Identity check on delivery', zh: '签收验证' },
    OTHER: { en: 'Other', zh: '其他' },
  },
});
