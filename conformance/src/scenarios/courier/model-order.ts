import { order } from '../../models/order-walk.ts';
import { modelOf } from '../model.ts';

/** Commands on an order from every state that can be reached. */
export const modelOrder = modelOf(order, ['ORD-008'], '订单');
