import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { CARRIER, consigned, tellOf, waybillOf } from './consigned.ts';

const OTHER = { actorId: 'st-0b22', kind: 'COURIER' as const };

/** The door number, for the person who has the parcel and while it is out; the tail, for a day after. */
export const viewsLastMile = defineScenario({
  id: 'views-last-mile',
  title: text('The door, and for whom', '门址及其可见者'),
  system: 'platform',
  when: { offers: 'getConsigneeView' },
  tier: 'C',
  needs: ['ACTIONS', 'CLOCK'],
  movesClock: true,
  touches: ['VEW-003'],
  run: async function* (stage) {
    yield step('PREPARE', 'A parcel of the platform', '平台的包裹');
    const order = await consigned(stage);
    const waybillNo = order && (await waybillOf(stage, order.orderNo));
    const consigneeRef = order?.refOf('runner');
    if (waybillNo === undefined || consigneeRef === undefined) return;
    const ask = (probe: string, actor: typeof CARRIER, intent: 'CONTROL' | 'PROBE' = 'PROBE') =>
      stage.call('requestReveal', {
        body: {
          consigneeRef,
          waybillNo,
          purpose: 'FULFIL_DELIVER',
          fields: ['ADDRESS', 'DELIVERY_NOTE'],
          actor,
          authentication: 'DEVICE',
        },
        intent,
        probe,
      });
    const look = (probe: string) =>
      stage.call('getConsigneeView', { path: { consigneeRef }, intent: 'PROBE', probe });

    yield step('CALL', 'Before it is out, while it is, and after', '派送前、派送中与派送后');
    await tellOf(stage, waybillNo, 'PICKED_UP');
    await ask('door-before', CARRIER);
    await tellOf(stage, waybillNo, 'OUT_FOR_DELIVERY');
    await ask('door-assigned', CARRIER, 'CONTROL');
    await ask('door-unassigned', OTHER);
    await tellOf(stage, waybillNo, 'DELIVERED');
    await ask('door-after', CARRIER);

    yield step('ADVANCE', 'The tail for a day', '尾号保留一日');
    await look('tail-on-the-day');
    await stage.advance('PT25H');
    await look('tail-a-day-later');
  },
});
