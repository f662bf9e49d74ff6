import { walkFrom } from '../../models/walk-from.ts';
import type { ModuleSuite } from '../suite.ts';
import { warehouseChecks } from './checks.ts';
import { warehouseFaults } from './faults.ts';
import { noticeFor, outboundFor, received, warehouseOf } from './stock.ts';
import { warehouseLedger } from './warehouse-ledger.ts';
import { warehouseOrderedOut } from './warehouse-ordered-out.ts';
import { warehouseStock } from './warehouse-stock.ts';

/** The suite of module `warehouse`. */
export const warehouseSuite: ModuleSuite = {
  scenarios: [warehouseLedger, warehouseStock, warehouseOrderedOut],
  checks: warehouseChecks,
  faults: warehouseFaults,
  twins: {
    notifyInbound: async (stage) => {
      const warehouseId = await warehouseOf(stage);
      if (warehouseId === undefined) return undefined;
      const lines = [{ sku: stage.invent.orderNo(), count: 5 }];
      return { body: await noticeFor(stage, warehouseId, lines) };
    },
    createOutbound: async (stage) => {
      const warehouseId = await warehouseOf(stage);
      if (warehouseId === undefined || !stage.offers('ACTIONS')) return undefined;
      const goods = await received(stage, warehouseId, 5);
      return goods && { body: await outboundFor(stage, warehouseId, goods.sku, 1) };
    },
  },
  // what is ordered out was booked in before
  twinNeeds: { createOutbound: 'ACTIONS' },
  walks: [
    walkFrom({
      entity: 'outbound-order',
      role: 'warehouse',
      read: 'getOutbound',
      begin: {
        operation: 'createOutbound',
        needs: 'ACTIONS',
        input: async (stage) => {
          const warehouseId = await warehouseOf(stage);
          if (warehouseId === undefined || !stage.offers('ACTIONS')) return undefined;
          const goods = await received(stage, warehouseId, 5);
          return goods && { body: await outboundFor(stage, warehouseId, goods.sku, 1) };
        },
      },
    }),
  ],
};
