import type { CancellationResult, OrderCancellation } from '@openwaybill/schemas';
import { type Behaviour, type Call, callerOf } from '../engine/call.ts';
import { command, legalCommands } from '../engine/lifecycle.ts';
import { Refusal } from '../engine/refusal.ts';
import { revised } from '../engine/revision.ts';
import { DECISION_TIMER } from '../orders/decide.ts';
import { followBinding } from '../orders/follow-binding.ts';
import { moveOrder } from '../orders/move-order.ts';
import { livePackages, orderOf, putOrder, type StoredOrder } from '../orders/stored-order.ts';
import { voidAll, voidLater, voidPackages } from '../orders/void-all.ts';

const demandKnown = (stored: StoredOrder, packageIds: readonly string[]): void => {
  const known = stored.order.packages.map(({ packageId }) => packageId);
  const issues = packageIds.flatMap((packageId, index) =>
    known.includes(packageId)
      ? []
      : [{ pointer: `/packageIds/${index}`, rule: 'ORD-009', params: {} }],
  );
  if (issues.length > 0) throw new Refusal('RULE_VIOLATION', { issues });
};

/** Some packages leave the order; it stays where it is, unless the others are all bound now. */
const cancelSome = async (
  { system, unit, now }: Call,
  owner: string,
  stored: StoredOrder,
  leaving: readonly string[],
): Promise<StoredOrder> => {
  if (leaving.length === 0) return stored;
  const left: StoredOrder = {
    ...stored,
    cancelled: [...stored.cancelled, ...leaving],
    order: revised(stored.order, {}, now),
  };
  putOrder(unit, owner, left);
  await voidPackages(system, unit, now, left, leaving);
  const present = await orderOf(unit, owner, left.order.orderNo);
  return followBinding(system, unit, now, owner, present);
};

/** The whole order goes; a courier that is under way for it is called back first. */
const cancelWhole = async (
  { system, unit, now }: Call,
  owner: string,
  stored: StoredOrder,
  to: string,
): Promise<StoredOrder> => {
  const { orderNo, status: from } = stored.order;
  const all = stored.order.packages.map(({ packageId }) => packageId);
  const isAtOnce = to === 'CANCELLED';
  const moved = await moveOrder(
    system,
    unit,
    now,
    owner,
    isAtOnce ? { ...stored, cancelled: all } : stored,
    to,
    'CANCELLATION',
  );
  system.unschedule(unit, { tenant: owner, kind: DECISION_TIMER, ref: `${owner}/${orderNo}` });
  if (isAtOnce) {
    await voidPackages(system, unit, now, moved, all);
    return orderOf(unit, owner, orderNo);
  }
  if (from !== 'PICKUP_SCHEDULED') return voidAll(system, unit, now, owner, orderNo);
  voidLater(system, unit, now, owner, orderNo);
  return moved;
};

export const cancelOrder: Behaviour = async (call) => {
  const owner = callerOf(call).partyId;
  const stored = await orderOf(call.unit, owner, call.path.orderNo ?? '');
  const lifecycle = call.system.lifecycle('order');
  const { status } = stored.order;
  const live = livePackages(stored);
  const { packageIds = live } = call.body as OrderCancellation;
  if (legalCommands(lifecycle, status).includes('cancel-order')) demandKnown(stored, packageIds);
  const leaving = live.filter((packageId) => packageIds.includes(packageId));
  const isWhole = leaving.length === live.length;
  const { to } = command(lifecycle, status, 'cancel-order', {
    LIVE_PACKAGE_STAYS: !isWhole,
    WHOLE_ORDER: isWhole,
  });
  const after = isWhole
    ? await cancelWhole(call, owner, stored, to)
    : await cancelSome(call, owner, stored, leaving);
  const outcome = after.order.status === 'CANCEL_REQUESTED' ? 'PENDING_INTERCEPT' : 'CANCELLED';
  const body: CancellationResult = {
    outcome,
    packages: packageIds.map((packageId) => ({ packageId, outcome })),
    status: after.order.status,
    revision: after.order.revision,
  };
  return { status: 200, body };
};
