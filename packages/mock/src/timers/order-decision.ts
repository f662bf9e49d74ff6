import type { TimerHandler } from '../engine/system.ts';
import { decide } from '../orders/decide.ts';
import { findOrder } from '../orders/stored-order.ts';

/** A slow decision falls; `ref` is the platform and its order number. */
export const orderDecision: TimerHandler = async (system, unit, now, ref) => {
  const [owner = '', orderNo = ''] = ref.split('/');
  const stored = await findOrder(unit, owner, orderNo);
  if (stored !== undefined) await decide(system, unit, now, owner, stored);
};
