import { scan } from '../../drive/scan.ts';
import { TEST_CARRIER } from '../../drive/test-carrier.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';

/** A parcel passes three offices of exchange. */
export const crossBorderOffices = defineScenario({
  id: 'cross-border-offices',
  title: text('Offices of exchange', '互换局'),
  system: 'courier',
  when: { offers: 'submitItemDescription' },
  tier: 'C',
  needs: ['SCANS'],
  touches: ['XBD-006', 'DSC-022'],
  run: async function* (stage) {
    await stage.prepare('subscription');
    const parcel = await stage.prepare('parcel');
    if ('blocked' in parcel) return;
    yield step('CALL', 'Scans at offices of exchange', '互换局扫描');
    for (const eventCode of [
      'PICKED_UP',
      'EXPORT_OE_ARRIVED',
      'EXPORT_OE_DEPARTED',
      'TRANSIT_OE_ARRIVED',
      'IMPORT_OE_ARRIVED',
      'IMPORT_OE_DEPARTED',
    ]) {
      await scan(stage, parcel.waybillNo, eventCode);
      await stage.settle();
    }
    await stage.call('listParcelEvents', {
      path: { carrierCode: TEST_CARRIER, waybillNo: parcel.waybillNo },
    });
  },
});
