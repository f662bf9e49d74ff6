import { TEST_CARRIER } from '../../drive/test-carrier.ts';
import { causeFact } from '../../models/walk-from.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { parcelsOf } from './parcels-of.ts';

const PARCELS = 3;

/** Parcels travel one leg, and what each has of it is read. */
export const footprint = defineScenario({
  id: 'emission-footprint',
  title: text('Footprints of the parcels of a leg', '航段包裹的碳足迹'),
  system: 'courier',
  when: { claims: 'emission' },
  tier: 'C',
  needs: ['SCANS', 'ACTIONS'],
  touches: ['EMI-001', 'EMI-002', 'EMI-003', 'DSC-021'],
  run: async function* (stage) {
    yield step('CALL', 'Parcels are on their way', '包裹在途');
    for (let count = 0; count < PARCELS; count += 1) {
      const waybill = await stage.prepare('waybill', { status: 'ACTIVE' });
      if ('blocked' in waybill) return;
    }

    yield step('CALL', 'Their leg ends', '航段结束');
    const legId = await causeFact(stage, { collection: 'transport-legs', fact: 'ARRIVED' });
    if (legId === undefined) return;
    const leg = await stage.call('getTransportLeg', { path: { legId }, probe: 'emission-leg' });

    yield step('CALL', 'The footprint of every parcel that it names', '逐一查询其包裹的碳足迹');
    for (const waybillNo of parcelsOf(leg))
      await stage.call('getParcelFootprint', {
        path: { carrierCode: TEST_CARRIER, waybillNo },
        probe: 'emission-footprint',
      });
  },
});
