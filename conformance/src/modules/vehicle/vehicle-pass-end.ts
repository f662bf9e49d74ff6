import { causeFact } from '../../models/walk-from.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import { applicationFor, insured } from './invent.ts';

/** A pass of one day is granted, and the day ends. */
export const vehiclePassEnd = defineScenario({
  id: 'vehicle-pass-end',
  title: text('A pass is over when its last day is', '通行许可到期即失效'),
  system: 'regulator',
  when: { offers: 'applyForPass' },
  tier: 'C',
  needs: ['ACTIONS', 'CLOCK'],
  movesClock: true,
  touches: ['VEH-005', 'DSC-021'],
  run: async function* (stage) {
    yield step('CALL', 'A pass for today is granted', '批准当日通行');
    const vehicleId = await insured(stage, 0, 1);
    if (vehicleId === undefined) return;
    const applied = await stage.call('applyForPass', {
      body: await applicationFor(stage, [vehicleId], 0, 0),
    });
    if (!isAccepted(applied)) return;
    const resourceId = String(answerOf(applied)?.permitId);
    await causeFact(stage, { collection: 'pass-permits', resourceId, fact: 'GRANT' });
    const list = (probe: string) => stage.call('listPassPermits', { query: { vehicleId }, probe });
    await list('vehicle-pass-on-its-day');

    yield step('ADVANCE', 'The day ends', '当日结束');
    if ((await stage.advance('PT25H')) !== undefined) return;
    await list('vehicle-pass-after-its-day');
  },
});
