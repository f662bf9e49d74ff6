import type { TimerHandler } from '../engine/system.ts';
import { voidAll } from '../orders/void-all.ts';

/** The numbers of an order whose cancellation was asked for are voided; `ref` is the platform and its order number. */
export const orderVoiding: TimerHandler = async (system, unit, now, ref) => {
  const [owner = '', orderNo = ''] = ref.split('/');
  await voidAll(system, unit, now, owner, orderNo);
};
