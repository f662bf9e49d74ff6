import {
  type Counts,
  type Ledger,
  type Movement,
  next,
  type Stock,
} from '@openwaybill/reference/warehouse';
import type { StockChange } from '@openwaybill/schemas';
import type { System } from '../../engine/system.ts';
import { recordRow } from '../../store/resource.ts';
import type { Unit } from '../../store/unit.ts';

/** Rows that hold the present counts of an owner in a warehouse. */
const LEDGERS = 'stock-ledgers';
/** Rows that hold the changes. */
export const STOCK_CHANGES = 'stock-changes';
const STOCK_CHANGED = 'org.openwaybill.warehouse.stock.changed';

/** Digits of the largest number of a change, so that rows stand in its order. */
const SEQ_DIGITS = 16;

type StoredLedger = {
  readonly ledgerSeq: number;
  readonly counts: readonly (readonly [string, Counts])[];
};

/** The name of the ledger of an owner in a warehouse, under which its changes stand. */
export const ledgerId = (owner: string, warehouseId: string): string => `${owner}/${warehouseId}`;

/** The ledger of an owner in a warehouse as it stands. */
export const ledgerOf = async (unit: Unit, owner: string, warehouseId: string): Promise<Ledger> => {
  const stored = await unit.get<StoredLedger>(LEDGERS, ledgerId(owner, warehouseId));
  return { ledgerSeq: stored?.ledgerSeq ?? 0, stock: new Map(stored?.counts) };
};

/** Writes movements as the next changes of a ledger, and tells its owner of each. */
export const append = async (
  { system, unit, now }: { readonly system: System; readonly unit: Unit; readonly now: string },
  owner: string,
  warehouseId: string,
  movements: readonly Movement[],
): Promise<void> => {
  const id = ledgerId(owner, warehouseId);
  let ledger = await ledgerOf(unit, owner, warehouseId);
  const event = system.options.registry.events.find(({ type }) => type === STOCK_CHANGED);
  const role = system.counterparty(owner)?.role;
  const isTold = role !== undefined && event?.to.includes(role) === true;
  for (const movement of movements) {
    const change: StockChange = {
      ledgerSeq: ledger.ledgerSeq + 1,
      warehouseId,
      ...movement,
      occurredAt: now,
    };
    const after = next(ledger, change);
    if ('fault' in after) throw new Error(`the ledger of ${warehouseId} would be ${after.fault}`);
    ledger = after;
    const row = `${id}/${String(change.ledgerSeq).padStart(SEQ_DIGITS, '0')}`;
    unit.put(recordRow(STOCK_CHANGES, row, owner, now, change, id));
    if (isTold) await system.emit(unit, now, { type: STOCK_CHANGED, to: owner, data: change });
  }
  const stock: Stock = ledger.stock;
  const stored: StoredLedger = { ledgerSeq: ledger.ledgerSeq, counts: [...stock] };
  unit.put(recordRow(LEDGERS, id, owner, now, stored));
};
