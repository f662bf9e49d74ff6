import { ownCall } from '../../drive/own-call.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';

/** Several of a fleet, for the first of it says little of the rest. */
const VEHICLES = 3;

/** A courier tells a register of its vehicles, their insurance and its drivers, and applies for a pass. */
export const vehicleFleet = defineScenario({
  id: 'vehicle-fleet',
  title: text('What a courier says of its fleet', '快递企业登记车队'),
  system: 'courier',
  when: { claims: 'vehicle' },
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['VEH-002', 'VEH-004', 'VEH-006', 'DSC-023'],
  run: async function* (stage) {
    yield step('SERVE', 'Vehicles are registered', '登记车辆');
    for (let count = 0; count < VEHICLES; count += 1) await ownCall(stage, 'putVehicle');

    yield step('SERVE', 'The qualification of a driver is entered', '登记驾驶员资格');
    await ownCall(stage, 'putDriverQualification');

    yield step('SERVE', 'A pass is applied for', '申请通行许可');
    await ownCall(stage, 'applyForPass');
  },
});
