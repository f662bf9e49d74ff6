import type { WaybillNumberAllocation, WaybillNumberAllocationResult } from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { DAY, instantOf } from '../engine/clock.ts';
import { uuid7 } from '../engine/invent.ts';
import { command } from '../engine/lifecycle.ts';
import { countInto, remainingOf } from '../waybills/account.ts';
import { localDate } from '../waybills/local-date.ts';
import { putNumber, RESERVE_TIMER } from '../waybills/reserve.ts';
import { scenarioAsked } from '../waybills/scenario-asked.ts';
import { unusedNumbers } from '../waybills/unused-numbers.ts';

/** How long a reserve lasts that names no end. */
const LIFE = 30 * DAY;

export const allocateWaybillNumbers: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const owner = callerOf(call).partyId;
  const wanted = call.body as WaybillNumberAllocation;
  const { carrierAccountId, branchCode, numberCount } = wanted;
  const left = await remainingOf(system, unit, owner, carrierAccountId);
  const { to: status } = command(
    system.lifecycle('waybill'),
    undefined,
    'allocate-waybill-numbers',
    { BALANCE_LEFT: numberCount <= left },
  );
  const scenario = await scenarioAsked(call);
  const numbers = await unusedNumbers(unit, scenario, numberCount, now);
  const expiresAt = wanted.expiresAt ?? instantOf(Date.parse(now) + LIFE);
  const reserveId = uuid7(system.random, Date.parse(now));
  for (const waybillNo of numbers) {
    const at = { status, allocatedOn: localDate(now), expiresAt };
    const branch = branchCode === undefined ? {} : { branchCode };
    putNumber(unit, owner, reserveId, { waybillNo, carrierAccountId, ...branch, ...at }, now);
  }
  await countInto(unit, owner, wanted, { allocatedCount: numberCount });
  system.schedule(unit, { tenant: owner, kind: RESERVE_TIMER, ref: reserveId, dueAt: expiresAt });
  const body: WaybillNumberAllocationResult = {
    numbers: [...numbers],
    balanceAfterCount: left - numberCount,
    expiresAt,
  };
  return { status: 201, body };
};
