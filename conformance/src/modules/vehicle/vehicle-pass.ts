import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { isAccepted } from '../../transcript/body.ts';
import { applicationFor, insured, registered } from './invent.ts';

const FROM = 1;
const TO = 9;

/** Passes are applied for with insurance, without any, and with a day missing. */
export const vehiclePass = defineScenario({
  id: 'vehicle-pass',
  title: text('No pass without insurance', '未投保不得通行'),
  system: 'regulator',
  when: { offers: 'applyForPass' },
  tier: 'W',
  touches: ['VEH-003', 'DSC-021'],
  run: async function* (stage) {
    const apply = async (vehicleIds: readonly string[], probe: string, more: object = {}) =>
      stage.call('applyForPass', {
        body: await applicationFor(stage, vehicleIds, FROM, TO),
        probe,
        ...more,
      });

    yield step('CALL', 'A pass for an insured vehicle', '为已投保车辆申请');
    const good = await insured(stage, FROM, TO);
    if (good === undefined) return;
    const accepted = await apply([good], 'vehicle-pass-insured');
    if (!isAccepted(accepted)) return;
    const twinOf = accepted.seq;

    yield step('CALL', 'A pass for two, of which one has no insurance', '两车之一未投保');
    const bare = await registered(stage);
    if (bare !== undefined) await apply([good, bare], 'vehicle-pass-uninsured', { twinOf });

    yield step('CALL', 'A pass that is longer than the insurance', '通行期长于保险期');
    const brief = await insured(stage, FROM, TO - 1);
    if (brief !== undefined) await apply([brief], 'vehicle-pass-day-missing', { twinOf });
  },
});
