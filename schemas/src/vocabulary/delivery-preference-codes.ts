import { defineCodeList } from '../define/index.ts';

/** Consent is a record, not a flag. */
export const DeliveryPreference = defineCodeList({
  name: 'DeliveryPreference',
  version: '2026-11',
  title: { en: 'Delivery preference', zh: '派送偏好' },
  description: {
    en: 'Where the consignee wants the parcel; all but DOOR need consent.',
    zh: '收件人希望的派送去处；除上门外均须同意。',
  },
  growth: 'closed',
  codes: {
    DOOR: { en: 'Door', zh: '上门' },
    LOCKER: { en: 'Locker', zh: '快件箱' },
    SERVICE_POINT: { en: 'Service point', zh: '驿站' },
    NEIGHBOUR: { en: 'Neighbour', zh: '邻居代收' },
    CONCIERGE: { en: 'Concierge or property office', zh: '物业代收' },
  },
});
