import { observation } from '../../drive/observation.ts';
import type { Stage } from '../../drive/stage.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import type { Exchange } from '../../transcript/format.ts';
import { inventedPerson, parcelFor, register } from '../reveals/ask.ts';
import { bind, pathOf } from './bind.ts';

const PERSON = { actorId: 'st-7f3a', kind: 'COURIER' } as const;

/** Reads a binding while it lives, and when it should not any more. */
const read = (stage: Stage, binding: Exchange, probe: string, isOver: boolean): Promise<Exchange> =>
  stage.callAs('core', 'getContactBinding', {
    path: pathOf(binding),
    probe,
    ...(isOver ? { twinOf: binding.seq } : { intent: 'CONTROL' as const }),
  });

/** Bindings to their end: released, with another phone, by their time, and with the parcel closed. */
export const virtualEnds = defineScenario({
  id: 'virtual-ends',
  title: text('How bindings end', '联系绑定如何终止'),
  system: 'platform',
  when: { offers: 'bindContact' },
  tier: 'W',
  needs: ['ACTIONS'],
  movesClock: true,
  touches: ['VNM-002'],
  run: async function* (stage) {
    if (!stage.has('core')) {
      stage.leaveOut(text('Bindings of a headquarters', '总部联系绑定'), 'NO_FACILITY');
      return;
    }
    yield step('PREPARE', 'Parcels of persons whom the runner invented', '虚构收件人的包裹');
    const person = inventedPerson(stage, 'ends');
    const [changed, closed] = [await parcelFor(stage, person), await parcelFor(stage, person)];
    if (changed === undefined || closed === undefined) return;

    yield step('CALL', 'A binding is released', '解除绑定');
    const released = await bind(stage, 'core', closed, 'virtual-bound');
    await read(stage, released, 'virtual-alive', false);
    await stage.callAs('core', 'releaseContact', { path: pathOf(released), intent: 'CONTROL' });
    await read(stage, released, 'virtual-released', true);

    yield step('CALL', 'The person has another phone', '收件人更换号码');
    const former = await bind(stage, 'core', changed, 'virtual-bound');
    const { mobile } = inventedPerson(stage, 'ends-new-phone');
    await register(stage, 'merchant', changed.orderNo, { ...person, mobile });
    await read(stage, former, 'virtual-other-phone', true);

    yield step('CALL', 'A life beyond that of the purpose', '超过目的期限的绑定');
    const cut = await bind(stage, 'core', closed, 'virtual-cut', { purpose: 'FULFIL_CONTACT' });

    yield step('DELIVER', 'The parcel is delivered', '包裹已签收');
    const last = await bind(stage, 'core', closed, 'virtual-bound');
    for (const code of ['PICKED_UP', 'OUT_FOR_DELIVERY'])
      await stage.deliver(await observation(stage, closed.waybillNo, code, { actor: PERSON }));
    await stage.settle();
    if (!stage.offers('CLOCK')) return;
    await stage.advance('P1DT1H');
    await read(stage, cut, 'virtual-time-over', true);
    await stage.deliver(await observation(stage, closed.waybillNo, 'DELIVERED', { actor: PERSON }));
    await stage.settle();

    yield step('ADVANCE', 'The parcel is closed', '包裹已关闭');
    await stage.advance('P7DT1H');
    await read(stage, last, 'virtual-after-close', true);
    await stage.settle();
  },
});
