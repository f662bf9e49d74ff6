import { ownCall } from '../../drive/own-call.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';

/** A courier reports what moves its fleet. */
export const emissionFleet = defineScenario({
  id: 'emission-fleet',
  title: text('The energy of a fleet is reported', '上报车队能源结构'),
  system: 'courier',
  when: { claims: 'emission' },
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['EMI-004', 'DSC-023'],
  run: async function* (stage) {
    yield step('SERVE', 'A report of the fleet', '车队上报');
    await ownCall(stage, 'reportFleetEnergy');
  },
});
