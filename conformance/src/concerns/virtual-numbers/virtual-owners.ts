import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { inventedPerson, parcelFor } from '../reveals/ask.ts';
import { bind, pathOf } from './bind.ts';

/** One person at two merchants; and a binding that another organisation, or nobody, has. */
export const virtualOwners = defineScenario({
  id: 'virtual-owners',
  title: text('Whose number it is', '虚拟号的归属'),
  system: 'platform',
  when: { offers: 'bindContact' },
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['VNM-004', 'VNM-005'],
  run: async function* (stage) {
    if (!stage.has('core') || !stage.has('other-merchant')) {
      stage.leaveOut(text('Two merchants', '两家商家'), 'NO_FACILITY');
      return;
    }
    yield step('PREPARE', 'Orders of one person at two merchants', '同一人在两家商家的订单');
    const person = inventedPerson(stage, 'owners');
    const one = await parcelFor(stage, person);
    const other = await parcelFor(stage, person, { merchant: 'other-merchant' });
    if (one === undefined || other === undefined) return;
    const mine = await bind(stage, 'core', one, 'virtual-one-merchant');
    await bind(stage, 'core', other, 'virtual-other-merchant');
    await stage.callAs('core', 'getContactBinding', {
      path: pathOf(mine),
      intent: 'CONTROL',
      probe: 'virtual-own',
    });

    if (!stage.has('second')) return;
    yield step('CALL', 'A binding of another, and one of nobody', '他方绑定与不存在的绑定');
    await stage.callAs('second', 'getContactBinding', {
      path: pathOf(mine),
      intent: 'PROBE',
      probe: 'virtual-foreign',
    });
    await stage.callAs('second', 'getContactBinding', {
      path: { bindingId: `cb_${stage.invent.consigneeRef().slice(4, 25)}A` },
      intent: 'PROBE',
      probe: 'virtual-unknown',
    });
    await stage.callAs('second', 'releaseContact', {
      path: pathOf(mine),
      intent: 'PROBE',
      probe: 'virtual-foreign-release',
    });
  },
});
