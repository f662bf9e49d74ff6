import type { WaybillBalance } from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { accountsOf, remainingOf } from '../waybills/account.ts';

const NOTHING = { allocatedCount: 0, usedCount: 0, cancelledCount: 0 };

export const getWaybillBalance: Behaviour = async (call) => {
  const owner = callerOf(call).partyId;
  const { carrierAccountId } = call.query;
  const known = await accountsOf(call.unit, owner, carrierAccountId);
  const accounts =
    known.length === 0 && carrierAccountId !== undefined
      ? [{ carrierAccountId, ...NOTHING }]
      : known;
  const items: WaybillBalance['items'] = [];
  for (const account of accounts)
    items.push({
      ...account,
      remainingCount: await remainingOf(call.system, call.unit, owner, account.carrierAccountId),
    });
  return { status: 200, body: { items } satisfies WaybillBalance };
};
