import { shortagesOf, transfer } from '@openwaybill/reference/warehouse';
import type { FrontTransfer } from '@openwaybill/schemas';
import { Refusal } from '../../engine/refusal.ts';
import { changeResource, collectionNamed } from '../../resources/change.ts';
import type { Hooks } from '../../resources/hooks.ts';
import { demandWarehouse } from './premises.ts';
import { append, ledgerOf } from './stock-ledger.ts';

/** A transfer leaves one ledger at once, and enters the other like all goods: announced, then received. */
export const transferHooks: Hooks = {
  draft: async (happening, next) => {
    const { owner, unit } = happening;
    const { fromWarehouseId, toWarehouseId, lines } = next as FrontTransfer;
    await demandWarehouse(happening, fromWarehouseId);
    await demandWarehouse(happening, toWarehouseId);
    const { stock } = await ledgerOf(unit, owner, fromWarehouseId);
    if (shortagesOf(stock, transfer(lines).demand).length > 0) throw new Refusal('OFFER_EXHAUSTED');
    return next;
  },
  changed: async (happening, next) => {
    const { system, owner } = happening;
    const { transferId, fromWarehouseId, toWarehouseId, lines, neededByAt } = next as FrontTransfer;
    await append(happening, owner, fromWarehouseId, transfer(lines).from);
    await changeResource(
      happening,
      collectionNamed(system, 'inbound-notices'),
      {
        asnNo: `TRANSFER-${transferId}`,
        warehouseId: toWarehouseId,
        lines: lines.map(({ sku, quantityCount }, index) => ({
          lineNo: index + 1,
          sku,
          expectedCount: quantityCount,
        })),
        ssccs: [],
        expectedAt: neededByAt,
        status: 'NOTIFIED',
      },
      undefined,
    );
  },
};
