import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { noticeFor, readLedger, warehouseOf } from './stock.ts';

/** Goods are announced; the snapshot and the ledger say so alike. */
export const warehouseLedger = defineScenario({
  id: 'warehouse-ledger',
  title: text('A stock ledger and its snapshot', '库存流水与快照'),
  system: 'warehouse',
  when: { offers: 'getStock' },
  tier: 'W',
  touches: ['WHS-001', 'WHS-002', 'WHS-003', 'DSC-021', 'DSC-024'],
  run: async function* (stage) {
    yield step('CALL', 'Two notices of goods', '两次入库预报');
    const warehouseId = await warehouseOf(stage);
    if (warehouseId === undefined) return;
    for (const count of [12, 30]) {
      const sku = stage.invent.orderNo();
      const body = await noticeFor(stage, warehouseId, [{ sku, count }]);
      await stage.call('notifyInbound', { body });
    }

    yield step('CALL', 'The snapshot, and the ledger from its first change', '快照与全部流水');
    await readLedger(stage, warehouseId, 'announced');
  },
});
