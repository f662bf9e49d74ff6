import { observe } from '../engine/lifecycle.ts';
import type { TimerHandler } from '../engine/system.ts';
import { countInto } from '../waybills/account.ts';
import { putNumber, type ReservedNumber } from '../waybills/reserve.ts';

/** What is left unbound of a reserve falls back; its numbers rest. */
export const reserveExpiry: TimerHandler = async (system, unit, now, reserveId) => {
  const lifecycle = system.lifecycle('waybill');
  for (const row of await unit.list({ collection: 'number', parent: reserveId })) {
    const number = row.body as ReservedNumber;
    const status = observe(lifecycle, number.status, 'EXPIRES_AT_PASSED');
    if (status === undefined) continue;
    putNumber(unit, row.owner, reserveId, { ...number, status, endedAt: now }, row.createdAt);
    await countInto(unit, row.owner, number, { cancelledCount: 1 });
  }
};
