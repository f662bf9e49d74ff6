import type { System, Timer } from '../engine/system.ts';
import { inOrder } from '../store/ordered-rows.ts';
import type { Row } from '../store/store.ts';
import type { Unit } from '../store/unit.ts';
import { receiversOf } from './outbox.ts';

/**
 * The deliveries that leave side by side with the first one that is due: of each other receiver the first. Subscriptions
 * with one address are one receiver, which is sent one thing after another.
 */
export const dueTogether = async (
  system: System,
  unit: Unit,
  tenant: string,
  first: Row,
  { isDue, most }: { readonly isDue: (timer: Timer) => boolean; readonly most: number },
): Promise<readonly Timer[]> => {
  const receivers = await receiversOf(unit, tenant);
  // what befalls deliveries is counted and drawn in their order, one after another
  if (receivers.length < 2 || most < 2 || !system.disturbances.areNone)
    return [first.body as Timer];
  const due: { readonly row: Row; readonly url: string }[] = [];
  for (const { subscriptionId: parent, callbackUrl: url } of receivers) {
    const [row] = await unit.list({ collection: 'timer', owner: tenant, parent, limit: 1 });
    if (row !== undefined && row.id !== first.id && isDue(row.body as Timer))
      due.push({ row, url });
  }
  const asked = new Set(
    receivers
      .filter(({ subscriptionId }) => subscriptionId === first.parent)
      .map(({ callbackUrl }) => callbackUrl),
  );
  const together = [first];
  for (const { row, url } of due.sort((a, b) => inOrder(a.row, b.row))) {
    if (!asked.has(url) && together.length < most) together.push(row);
    asked.add(url);
  }
  return together.map(({ body }) => body as Timer);
};
