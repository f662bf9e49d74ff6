import { defineModule } from '../define/index.ts';

/** Chapter of the standard about orders for carriage. */
export const orderModule = defineModule({
  name: 'order',
  chapter: 1,
  prefix: 'ORD',
  title: { en: 'Order', zh: '订单' },
  description: {
    en: 'What a platform asks a courier to carry, the decision, and what becomes of it.',
    zh: '电商平台委托快递企业运输的订单、受理结果及其履约。',
  },
  conformanceClass: 'core',
  clauses: ['SC-3', 'SC-14', 'SC-15', 'DL-7', 'DL-8'],
});

export * from './cancel-order.ts';
export * from './check-serviceability.ts';
export * from './get-order.ts';
export * from './list-orders.ts';
export * from './order.ts';
export * from './order-codes.ts';
export * from './order-lifecycle.ts';
export * from './order-requirements.ts';
export * from './order-status-changed.ts';
export * from './order-submission.ts';
export * from './package-plan.ts';
export * from './shipper.ts';
export * from './submit-order.ts';
export * from './submit-order-batch.ts';
export * from './update-order.ts';
