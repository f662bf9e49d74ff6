import { observation } from '../../drive/observation.ts';
import type { Stage } from '../../drive/stage.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import type { Exchange } from '../../transcript/format.ts';
import { askFor, inventedPerson, type Parcel, parcelFor, revealIdOf, sealedTo } from './ask.ts';

const PERSON = { actorId: 'st-7f3a', kind: 'COURIER' } as const;

/** What the person at the door asks for. */
const atTheDoor = (stage: Stage, parcel: Parcel): Promise<Exchange> =>
  stage.call('requestReveal', {
    body: askFor(parcel, 'FULFIL_DELIVER', ['PHONE', 'ADDRESS'], { actor: PERSON }),
    intent: 'CONTROL',
    probe: 'reveal-at-door',
  });

const sees = async (stage: Stage, parcel: Parcel, ...codes: readonly string[]): Promise<void> => {
  for (const code of codes)
    await stage.deliver(await observation(stage, parcel.waybillNo, code, { actor: PERSON }));
  await stage.settle();
};

/** Grants to their end: used up, expired, left behind by their stage, and with the parcel delivered. */
export const revealLife = defineScenario({
  id: 'reveal-life',
  title: text('How grants end', '授权如何终止'),
  system: 'platform',
  when: { offers: 'requestReveal' },
  tier: 'W',
  needs: ['ACTIONS'],
  movesClock: true,
  touches: ['RVL-004', 'RVL-006', 'CSN-008', 'CSN-010', 'CSN-011'],
  run: async function* (stage) {
    if (!stage.has('core') || stage.sealingKeyId('core') === undefined) {
      stage.leaveOut(text('Reveals of a headquarters', '总部揭示'), 'NO_FACILITY');
      return;
    }
    yield step('PREPARE', 'Parcels of a person whom the runner invented', '虚构收件人的包裹');
    const person = inventedPerson(stage, 'life');
    const [used, left, timed, done] = [
      await parcelFor(stage, person),
      await parcelFor(stage, person),
      await parcelFor(stage, person),
      await parcelFor(stage, person),
    ];
    if (used === undefined || left === undefined || timed === undefined || done === undefined)
      return;

    yield step('CALL', 'As often as it may be used, and once more', '用尽次数后再用');
    const grant = await stage.callAs('core', 'requestReveal', {
      body: askFor(used, 'FULFIL_DELIVER', ['ADDRESS'], sealedTo(stage, 'core')),
      intent: 'CONTROL',
      probe: 'reveal-of-three',
    });
    const path = { revealId: revealIdOf(grant) };
    for (const _ of [2, 3])
      await stage.callAs('core', 'readReveal', { path, intent: 'CONTROL', probe: 'reveal-used' });
    await stage.callAs('core', 'readReveal', {
      path,
      twinOf: grant.seq,
      probe: 'reveal-used-up',
    });

    yield step('DELIVER', 'The stage of the grant is over', '授权所属阶段已过');
    await sees(stage, left, 'PICKED_UP', 'OUT_FOR_DELIVERY');
    const door = await atTheDoor(stage, left);
    await sees(stage, left, 'DELIVERY_ATTEMPT_FAILED');
    await stage.call('readReveal', {
      path: { revealId: revealIdOf(door) },
      twinOf: door.seq,
      probe: 'reveal-stage-left',
    });

    yield step('DELIVER', 'The parcel is delivered', '包裹已签收');
    await sees(stage, done, 'PICKED_UP', 'OUT_FOR_DELIVERY');
    const last = await atTheDoor(stage, done);
    await sees(stage, done, 'DELIVERED');
    await stage.call('readReveal', {
      path: { revealId: revealIdOf(last) },
      twinOf: last.seq,
      probe: 'reveal-after-delivery',
    });

    if (!stage.offers('CLOCK')) return;
    yield step('ADVANCE', 'The time of the grant is over', '授权已到期');
    await sees(stage, timed, 'PICKED_UP', 'OUT_FOR_DELIVERY');
    const held = await atTheDoor(stage, timed);
    await stage.advance('P3DT1H');
    await stage.call('readReveal', {
      path: { revealId: revealIdOf(held) },
      twinOf: held.seq,
      probe: 'reveal-expired',
    });
    await stage.settle();
  },
});
