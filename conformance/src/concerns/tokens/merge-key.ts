import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { isAccepted } from '../../transcript/body.ts';
import { inventedPerson, register } from '../reveals/ask.ts';

/** The key by which a merchant combines orders of one person: whose, for how long, and until when. */
export const mergeKey = defineScenario({
  id: 'merge-key',
  title: text('A key for combining orders', '合单键'),
  system: 'platform',
  when: { offers: 'registerConsignee' },
  tier: 'W',
  needs: ['ACTIONS'],
  movesClock: true,
  touches: ['TOK-006'],
  run: async function* (stage) {
    if (!stage.has('merchant') || !stage.has('other-merchant')) {
      stage.leaveOut(text('Two merchants', '两个商家'), 'NO_FACILITY');
      return;
    }
    const person = inventedPerson(stage, 'merged');
    const orderNo = stage.invent.orderNo();
    yield step('CALL', 'One person at two merchants', '同一人在两个商家');
    const first = await register(stage, 'merchant', orderNo, person, { probe: 'merge-first' });
    if (!isAccepted(first)) return;
    await register(stage, 'merchant', stage.invent.orderNo(), person, { probe: 'merge-again' });
    await register(stage, 'other-merchant', stage.invent.orderNo(), person, {
      probe: 'merge-other-merchant',
    });

    yield step('AWAIT', 'A waybill is bound to the first order', '首个订单绑定运单');
    const parcel = await stage.prepare('consignment', { orderNo });
    if (!('blocked' in parcel) && parcel.waybillNo !== undefined)
      await register(stage, 'merchant', orderNo, person, { probe: 'merge-bound' });

    if (!stage.offers('CLOCK')) return;
    yield step('ADVANCE', 'Eight days later', '八日之后');
    const moved = await stage.callAs('merchant', 'advanceTestClock', {
      body: { by: 'P8D' },
      intent: 'TEST_CONTROL',
    });
    if (!isAccepted(moved)) return;
    await register(stage, 'merchant', stage.invent.orderNo(), person, { probe: 'merge-later' });
  },
});
