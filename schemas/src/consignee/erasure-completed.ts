import { defineEvent } from '../define/index.ts';
import { ErasureReceipt } from './erasure-receipt.ts';

export const erasureCompleted = defineEvent({
  type: 'org.openwaybill.consignee.erasure.completed',
  since: '1.0',
  title: { en: 'An erasure is completed', zh: '删除已完成' },
  from: ['courier', 'service-point', 'locker', 'warehouse', 'hub'],
  to: ['platform'],
  data: ErasureReceipt,
  subject: 'erasureId',
  requirements: [],
});
