import type { OutboundOrder, StockSnapshot, Warehouse } from '@openwaybill/schemas';
import { base64url } from '@openwaybill/validate';
import { ActionFailed } from '../../actions/action.ts';
import { inventedEntry } from '../../consignees/invented-entry.ts';
import { maskedConsignee, putVaultEntry, referenceFor } from '../../consignees/vault.ts';
import { DAY, instantOf } from '../../engine/clock.ts';
import type { OwnCall, OwnCaller } from '../../resources/own-call.ts';

/** An item of this platform that some warehouse of the operator has a piece of. */
const stocked = async ({
  call,
}: OwnCaller): Promise<Pick<OutboundOrder, 'warehouseId'> & { readonly sku: string }> => {
  const { items: warehouses } = await call('list-warehouses');
  for (const { warehouseId } of warehouses as readonly Warehouse[]) {
    const { items } = (await call('get-stock', { query: { warehouseId } })) as StockSnapshot;
    const item = items.find(({ availableCount }) => availableCount > 0);
    if (item !== undefined) return { warehouseId, sku: item.sku };
  }
  throw new ActionFailed('OFFER_EXHAUSTED');
};

/** Orders one piece out of a warehouse, for an invented consignee whose plaintext stays in the vault. */
export const orderOut: OwnCall = async (own) => {
  const { system, tenant, call } = own;
  const { warehouseId, sku } = await stocked(own);
  const body = await system.transact(tenant, async (unit, now): Promise<OutboundOrder> => {
    const orderNo = `MO-${base64url(system.random(9))}`;
    const entry = inventedEntry(orderNo, orderNo, now);
    await putVaultEntry(system, unit, tenant, now, entry);
    return {
      outboundNo: `OB-${orderNo}`,
      warehouseId,
      orderNo,
      packages: [
        {
          packageId: 'P1',
          items: [{ lineNo: 1, categoryCode: 'FOOD', sku, quantity: { value: 1, unit: 'C62' } }],
        },
      ],
      consignee: maskedConsignee(entry, await referenceFor(system, unit, now, tenant, orderNo)),
      shipByAt: instantOf(Date.parse(now) + DAY),
    };
  });
  await call('create-outbound', { body });
};
