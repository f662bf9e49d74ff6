import { defineCodeList } from '../define/index.ts';

/** Shared by event and tracking subscriptions. */
export const SubscriptionState = defineCodeList({
  name: 'SubscriptionState',
  version: '2026-11',
  title: { en: 'State of a subscription', zh: '订阅状态' },
  description: { en: 'Whether deliveries are made.', zh: '是否投递。' },
  growth: 'closed',
  codes: {
    PENDING_CHALLENGE: { en: 'Pending challenge', zh: '待验证' },
    ACTIVE: { en: 'Active', zh: '有效' },
    ABORTED: { en: 'Aborted', zh: '中止' },
    COMPLETED: { en: 'Completed', zh: '结束' },
  },
});
