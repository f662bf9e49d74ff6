import { itemsOf } from '@openwaybill/reference/warehouse';
import type { StockSnapshot } from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../../engine/call.ts';
import { pageAnswer } from '../../engine/page.ts';
import { demandWarehouse } from './premises.ts';
import { ledgerId, ledgerOf, STOCK_CHANGES } from './stock-ledger.ts';

/** What the warehouse holds for the caller, after its last change. */
export const getStock: Behaviour = async (call) => {
  const { warehouseId = '', afterSku } = call.query;
  await demandWarehouse(call, warehouseId);
  const ledger = await ledgerOf(call.unit, callerOf(call).partyId, warehouseId);
  const body: StockSnapshot = {
    warehouseId,
    asOfAt: call.now,
    ledgerSeq: ledger.ledgerSeq,
    items: [...itemsOf(ledger, afterSku)],
  };
  return { status: 200, body };
};

/** The ledger of the caller, change by change. */
export const listStockChanges: Behaviour = async (call) => {
  const { warehouseId = '', afterSeq = '0' } = call.query;
  await demandWarehouse(call, warehouseId);
  return pageAnswer(
    call,
    { collection: STOCK_CHANGES, parent: ledgerId(callerOf(call).partyId, warehouseId) },
    ({ body }) => body,
    ({ body }) => (body as { readonly ledgerSeq: number }).ledgerSeq > Number(afterSeq),
  );
};
