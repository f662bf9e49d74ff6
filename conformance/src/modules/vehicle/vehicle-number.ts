import { exampleBody } from '../../drive/example.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { isAccepted } from '../../transcript/body.ts';
import { inventFleetNo } from './invent.ts';

/** Two vehicles want one number. */
export const vehicleNumber = defineScenario({
  id: 'vehicle-number',
  title: text('One number, one vehicle', '一车一号'),
  system: 'any',
  when: { offers: 'putVehicle' },
  tier: 'W',
  touches: ['VEH-001', 'DSC-021'],
  run: async function* (stage) {
    const fleetNo = inventFleetNo(stage);
    const body = { ...exampleBody('putVehicle'), fleetNo };
    const put = (probe: string, more: object = {}) =>
      stage.call('putVehicle', {
        path: { vehicleId: stage.invent.uuid() },
        body,
        probe,
        ...more,
      });
    const list = (probe: string) => stage.call('listVehicles', { query: { fleetNo }, probe });

    yield step('CALL', 'A vehicle is registered', '登记车辆');
    const first = await put('vehicle-number-first');
    if (!isAccepted(first)) return;
    await list('vehicle-number-before');

    yield step('CALL', 'Another vehicle wants its number', '另一车辆使用同一编号');
    await put('vehicle-number-taken', { twinOf: first.seq });
    await list('vehicle-number-after');
  },
});
