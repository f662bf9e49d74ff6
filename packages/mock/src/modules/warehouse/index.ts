import type { ModuleBehaviours } from '../../resources/hooks.ts';
import { inboundHooks } from './inbound-hooks.ts';
import { createOutbound, outboundHooks } from './outbound-hooks.ts';
import { orderOut } from './own-outbound.ts';
import { seedWarehouses } from './premises.ts';
import { getStock, listStockChanges } from './stock-behaviours.ts';
import { transferHooks } from './transfer-hooks.ts';

/** A warehouse whose stock is a ledger, and orders of one's own out of another's. */
export const warehouse: ModuleBehaviours = {
  operations: {
    'create-outbound': createOutbound,
    'get-stock': getStock,
    'list-stock-changes': listStockChanges,
  },
  resources: {
    'front-transfers': transferHooks,
    'inbound-notices': inboundHooks,
    'outbound-orders': outboundHooks,
  },
  calls: { 'create-outbound': orderOut },
  seed: seedWarehouses,
};
