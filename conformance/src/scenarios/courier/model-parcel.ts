import { OBSERVATIONS } from '../../applicability.ts';
import { scan } from '../../drive/scan.ts';
import { parcelTrails } from '../../models/parcel-trails.ts';
import { defineScenario, step, text } from '../scenario.ts';

const MINUTE = 60_000;
/** Observations of one parcel after which the next one is taken. */
const LONGEST = 40;
const TRAILS = parcelTrails(LONGEST);

/** Every move of the table of parcels, and in every status everything that cannot happen there. */
export const modelParcel = defineScenario({
  id: 'model-parcel',
  title: text('The lifecycle of: parcel', '包裹的生命周期'),
  system: ['courier', 'hub'],
  when: { offers: 'listParcelEvents' },
  tier: 'C',
  needs: [OBSERVATIONS],
  touches: ['TRK-001', 'TRK-002', 'DSC-021'],
  run: async function* (stage) {
    const now = await stage.now();
    for (const [index, codes] of TRAILS.entries()) {
      yield step(
        'CALL',
        `Trail ${index + 1} of ${TRAILS.length}`,
        `轨迹 ${index + 1}/${TRAILS.length}`,
      );
      const parcel = await stage.prepare('parcel');
      if ('blocked' in parcel) return;
      const { carrierCode, waybillNo } = parcel;
      for (const [at, code] of codes.entries()) {
        const occurredAt = new Date(now + (at - 10 * LONGEST) * MINUTE).toISOString();
        await scan(stage, waybillNo, code, { occurredAt }, 'model-scan');
      }
      await stage.settle();
      const path = { carrierCode, waybillNo };
      await stage.call('getParcel', { path, probe: 'model-parcel' });
      await stage.call('listParcelEvents', {
        path,
        query: { limit: '200' },
        probe: 'model-events',
      });
    }
  },
});
