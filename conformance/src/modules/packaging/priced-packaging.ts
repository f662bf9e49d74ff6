import { codesOf, PackClass } from '@openwaybill/schemas';
import { act } from '../../drive/prepare.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { isAccepted } from '../../transcript/body.ts';

/** Orders whose buyers chose each class of packaging. */
export const pricedPackaging = defineScenario({
  id: 'packaging-priced',
  title: text('Every class of packaging has its price', '各包装类别单独标价'),
  system: 'platform',
  when: { claims: 'packaging' },
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['PKG-005', 'DSC-023'],
  run: async function* (stage) {
    for (const packClass of Object.keys(codesOf(PackClass))) {
      yield step('AWAIT', `An order in packaging of class ${packClass}`, `包装类别 ${packClass}`);
      const orderNo = stage.invent.orderNo();
      const input = { orderNo, consigneeSeed: orderNo, packClass };
      if (!isAccepted(await act(stage, 'SUBMIT_ORDER', input))) return;
      await stage.await({ operation: 'submitOrder' }, stage.run.maxWaitMilliseconds);
      await stage.settle();
    }
  },
});
