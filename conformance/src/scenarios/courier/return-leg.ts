import { OBSERVATIONS } from '../../applicability.ts';
import { scan } from '../../drive/scan.ts';
import { TEST_CARRIER } from '../../drive/test-carrier.ts';
import { defineScenario, step, text } from '../scenario.ts';

const FORTH = [
  'PICKED_UP',
  'ARRIVED_HUB',
  'ARRIVED_DELIVERY_BRANCH',
  'OUT_FOR_DELIVERY',
  'REFUSED',
];
const BACK = ['DEPARTED_HUB', 'ARRIVED_HUB', 'OUT_FOR_DELIVERY'];

/** Refused, sent back: scans on the way back do not resurrect a parcel. */
export const returnLeg = defineScenario({
  id: 'return-leg',
  title: text('A parcel goes back', '包裹退回'),
  system: ['courier', 'hub'],
  tier: 'C',
  needs: [OBSERVATIONS],
  touches: ['TRK-006', 'DSC-021'],
  run: async function* (stage) {
    const parcel = await stage.prepare('parcel', { codes: [...FORTH, 'RETURN_STARTED'] });
    if ('blocked' in parcel) return;
    const path = { carrierCode: TEST_CARRIER, waybillNo: parcel.waybillNo };
    await stage.call('getParcel', { path, probe: 'returning' });
    yield step('CALL', 'Scans on the way back', '退回途中的扫描');
    for (const eventCode of BACK) {
      await scan(stage, parcel.waybillNo, eventCode, { leg: 'RETURN' });
      await stage.settle();
      await stage.call('getParcel', { path, probe: 'on-the-way-back' });
    }
    yield step('CALL', 'It is delivered to the sender', '退回寄件人');
    await scan(stage, parcel.waybillNo, 'RETURN_DELIVERED', { leg: 'RETURN' });
    await stage.settle();
    await stage.call('getParcel', { path, probe: 'returned' });
  },
});
