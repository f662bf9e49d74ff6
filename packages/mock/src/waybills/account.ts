import { instantOf } from '../engine/clock.ts';
import type { System } from '../engine/system.ts';
import type { Unit } from '../store/unit.ts';
import { courierWorld } from '../world/courier-world.ts';

/** What became of the numbers of an account, or of one branch of it. */
export type AccountCounts = {
  readonly carrierAccountId: string;
  readonly branchCode?: string;
  readonly allocatedCount: number;
  readonly usedCount: number;
  readonly cancelledCount: number;
};

const COLLECTION = 'account';

export const accountsOf = async (
  unit: Unit,
  owner: string,
  carrierAccountId?: string,
): Promise<readonly AccountCounts[]> =>
  (await unit.list({ collection: COLLECTION, owner }))
    .map((row) => row.body as AccountCounts)
    .filter((one) => carrierAccountId === undefined || one.carrierAccountId === carrierAccountId);

/** Numbers that an account may still have given out, over all its branches. */
export const remainingOf = async (
  system: System,
  unit: Unit,
  owner: string,
  carrierAccountId: string,
): Promise<number> => {
  const { accountBalances, accountBalance } = courierWorld(system.options);
  const given = (await accountsOf(unit, owner, carrierAccountId)).reduce(
    (sum, one) => sum + one.allocatedCount,
    0,
  );
  return Math.max(0, (accountBalances[carrierAccountId] ?? accountBalance) - given);
};

/** Adds to what an account, at a branch, has had. */
export const countInto = async (
  unit: Unit,
  owner: string,
  account: Pick<AccountCounts, 'carrierAccountId' | 'branchCode'>,
  more: Partial<Pick<AccountCounts, 'allocatedCount' | 'usedCount' | 'cancelledCount'>>,
): Promise<void> => {
  const { carrierAccountId, branchCode } = account;
  const id = `${owner}/${carrierAccountId}/${branchCode ?? ''}`;
  const known = await unit.get<AccountCounts>(COLLECTION, id);
  const body: AccountCounts = {
    carrierAccountId,
    ...(branchCode === undefined ? {} : { branchCode }),
    allocatedCount: (known?.allocatedCount ?? 0) + (more.allocatedCount ?? 0),
    usedCount: (known?.usedCount ?? 0) + (more.usedCount ?? 0),
    cancelledCount: (known?.cancelledCount ?? 0) + (more.cancelledCount ?? 0),
  };
  unit.put({
    collection: COLLECTION,
    id,
    owner,
    parent: carrierAccountId,
    createdAt: instantOf(0),
    updatedAt: instantOf(0),
    body,
  });
};
