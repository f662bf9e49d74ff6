import { defineCodeList } from '../define/index.ts';

/** Derived from events, never claimed by a caller. */
export const Stage = defineCodeList({
  name: 'Stage',
  version: '2026-11',
  title: { en: 'Stage', zh: '阶段' },
  description: {
    en: 'Where a parcel is in its life, for the purposes of privacy.',
    zh: '就隐私而言快件所处的阶段。',
  },
  growth: 'closed',
  codes: {
    ORDERED: { en: 'Ordered', zh: '已下单' },
    ACCEPTED: { en: 'Accepted', zh: '已接单' },
    IN_TRANSIT: { en: 'In transit', zh: '在途' },
    OUT_FOR_DELIVERY: { en: 'Out for delivery', zh: '派送中' },
    AT_POINT: { en: 'At point', zh: '在点待取' },
    DELIVERED: { en: 'Delivered', zh: '已签收' },
    EXCEPTION: { en: 'Exception', zh: '异常' },
    RETURNING: { en: 'Returning', zh: '退回中' },
    CLOSED: { en: 'Closed', zh: '已关闭' },
  },
});
