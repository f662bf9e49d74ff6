import { observation } from '../../drive/observation.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { askFor, decide, inventedPerson, parcelFor, revealIdOf } from './ask.ts';

/** A claim waits for a second person: nothing is shown before, and afterwards it is. */
export const revealApproval = defineScenario({
  id: 'reveal-approval',
  title: text('A reveal that is to be approved', '须审批的揭示'),
  system: 'platform',
  when: { offers: 'requestReveal' },
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['RVL-006', 'RVL-009', 'RVL-011', 'RVL-012', 'CSN-008'],
  run: async function* (stage) {
    if (!stage.has('core')) {
      stage.leaveOut(text('Reveals of a headquarters', '总部揭示'), 'NO_FACILITY');
      return;
    }
    yield step('PREPARE', 'A parcel that was lost', '已遗失的包裹');
    const parcel = await parcelFor(stage, inventedPerson(stage, 'approval'));
    if (parcel === undefined) return;
    await stage.deliver(await observation(stage, parcel.waybillNo, 'PICKED_UP'));
    await stage.deliver(await observation(stage, parcel.waybillNo, 'LOST'));
    await stage.settle();

    yield step('CALL', 'A claim, read before it is approved', '审批前读取');
    const ask = () =>
      stage.callAs('core', 'requestReveal', {
        body: askFor(parcel, 'SERVICE_CLAIM', ['NAME', 'ADDRESS']),
        probe: 'reveal-pending',
      });
    const pending = await ask();
    const refused = await ask();
    const read = (of: typeof pending, probe: string, isEarly: boolean) =>
      stage.callAs('core', 'readReveal', {
        path: { revealId: revealIdOf(of) },
        probe,
        ...(isEarly ? { twinOf: pending.seq } : { intent: 'CONTROL' as const }),
      });
    await read(pending, 'reveal-read-early', true);

    yield step('CALL', 'One is approved, one is rejected', '一项批准一项驳回');
    await decide(stage, revealIdOf(pending), true);
    await decide(stage, revealIdOf(refused), false);
    await stage.settle();
    await read(pending, 'reveal-read-approved', false);
    await read(refused, 'reveal-read-rejected', true);
    await stage.settle();
  },
});
