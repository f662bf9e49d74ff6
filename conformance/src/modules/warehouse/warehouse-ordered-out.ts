import { registry } from '@openwaybill/schemas';
import { ownCall } from '../../drive/own-call.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';

/** A platform orders goods out of a warehouse of the runner, which has some of every item that it lists. */
export const warehouseOrderedOut = defineScenario({
  id: 'warehouse-ordered-out',
  title: text('Goods are ordered out of a warehouse', '下发出库单'),
  system: 'platform',
  when: { claims: 'warehouse' },
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['WHS-005', 'DSC-023'],
  run: async function* (stage) {
    yield step('SERVE', 'An outbound order of the platform', '平台出库单');
    const [warehouse] = Object.values(registry.schemas.get('Warehouse')?.examples.valid ?? {});
    stage.serve('listWarehouses', { status: 200, body: { items: [warehouse] } });
    await ownCall(stage, 'createOutbound');
  },
});
