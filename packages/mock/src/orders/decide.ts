import type { Order, OrderSubmission } from '@openwaybill/schemas';
import { DAY, HOUR, instantOf, millisecondsOf } from '../engine/clock.ts';
import { observe } from '../engine/lifecycle.ts';
import type { System } from '../engine/system.ts';
import { useQuote } from '../modules/pricing/quotes.ts';
import type { Unit } from '../store/unit.ts';
import { nextCount } from '../world/counter.ts';
import { courierWorld } from '../world/courier-world.ts';
import { moveOrder } from './move-order.ts';
import { lanesOf, restrictionsOf, transitDays } from './serviceability.ts';
import type { StoredOrder } from './stored-order.ts';

const PICKUP_WITHIN = 8 * HOUR;

/** The kind of the timer at which a slow decision falls. */
export const DECISION_TIMER = 'order-decision';

/** Why an order is not carried; nothing where it is. */
const reasonAgainst = (system: System, submission: OrderSubmission | Order): string | undefined =>
  lanesOf(submission).flatMap((lane) => restrictionsOf(courierWorld(system.options), lane))[0];

/** Whether somebody has to look at an order first. A refusal is certain at once. */
export const isSlow = (system: System, submission: OrderSubmission): boolean =>
  courierWorld(system.options).slowProducts.includes(submission.service.product) &&
  reasonAgainst(system, submission) === undefined;

/** When a slow decision falls. */
export const decisionDueAt = (system: System, now: string): string =>
  instantOf(Date.parse(now) + millisecondsOf(courierWorld(system.options).decisionDelay));

/** Accepts or rejects a submitted order, as the answer to a check of its lanes would have said. */
export const decide = async (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
  stored: StoredOrder,
): Promise<StoredOrder> => {
  const { order } = stored;
  const reason = reasonAgainst(system, order);
  const lifecycle = system.lifecycle('order');
  if (reason !== undefined) {
    const to = observe(lifecycle, order.status, 'COURIER_REJECTS', { REJECT_REASON_GIVEN: true });
    return moveOrder(system, unit, now, owner, stored, to, 'DECISION', {
      decision: 'REJECTED',
      rejectReason: reason as NonNullable<Order['rejectReason']>,
    });
  }
  const to = observe(lifecycle, order.status, 'COURIER_ACCEPTS');
  await useQuote(system, unit, now, owner, order);
  const [lane] = lanesOf(order);
  const [, slowest] = lane === undefined ? [1, 4] : transitDays(lane);
  const at = Date.parse(now);
  return moveOrder(system, unit, now, owner, stored, to, 'DECISION', {
    decision: 'ACCEPTED',
    carrierOrderNo: `CO-${String(await nextCount(unit, 'carrier-order')).padStart(9, '0')}`,
    estimatedPickupByAt: instantOf(at + PICKUP_WITHIN),
    estimatedDeliveryByAt: instantOf(at + slowest * DAY),
  });
};
