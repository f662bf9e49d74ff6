import { scan } from '../../drive/scan.ts';
import { TEST_CARRIER } from '../../drive/test-carrier.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import { delivered, returnOf } from './return-body.ts';

const reason = { reason: 'BUYER_CANCELLED' };

/** Goods go back as a parcel of their own: not more than were delivered, and called off only before pickup. */
export const returnsWayBack = defineScenario({
  id: 'returns-way-back',
  title: text('Delivered goods go back', '已签收商品退回'),
  system: 'courier',
  when: { offers: 'authoriseReturn' },
  tier: 'C',
  needs: ['SCANS'],
  touches: ['RTN-001', 'RTN-003', 'RTN-004', 'DSC-021', 'DSC-022', 'DSC-024'],
  run: async function* (stage) {
    await stage.prepare('subscription');
    yield step('PREPARE', 'A parcel is delivered', '包裹已签收');
    const parcel = await delivered(stage);
    if (parcel === undefined) return;

    yield step('CALL', 'A return is authorised and called off', '授权并取消退货');
    const first = await stage.call('authoriseReturn', {
      body: await returnOf(stage, parcel),
      intent: 'CONTROL',
      probe: 'return-first',
    });
    if (!isAccepted(first)) return;
    const cancelled = await stage.call('cancelReturn', {
      path: { rmaNo: String(answerOf(first)?.rmaNo) },
      body: reason,
      intent: 'CONTROL',
      probe: 'return-cancel',
    });

    yield step('CALL', 'All of it again, and one more', '再次全部退货，并多退一件');
    const all = await returnOf(stage, parcel);
    const second = await stage.call('authoriseReturn', {
      body: all,
      intent: 'CONTROL',
      probe: 'return-all',
    });
    if (!isAccepted(second)) return;
    await stage.call('authoriseReturn', {
      body: await returnOf(stage, parcel, 1),
      twinOf: second.seq,
      probe: 'return-one-too-many',
    });
    const rmaNo = all.rmaNo;
    const read = await stage.call('getReturn', { path: { rmaNo } });
    const waybillNo = answerOf(read)?.returnWaybillNo;
    if (typeof waybillNo !== 'string') return;
    await stage.call('getParcel', {
      path: { carrierCode: TEST_CARRIER, waybillNo },
      probe: 'return-parcel',
    });

    yield step('CALL', 'It is called off after pickup', '揽收后取消');
    await scan(stage, waybillNo, 'PICKED_UP');
    await stage.settle();
    await stage.call('getReturn', { path: { rmaNo }, probe: 'return-picked-up' });
    await stage.call('cancelReturn', {
      path: { rmaNo },
      body: reason,
      twinOf: cancelled.seq,
      probe: 'return-cancel-late',
    });
    await stage.call('getReturn', { path: { rmaNo }, probe: 'return-not-cancelled' });

    yield step(
      'CALL',
      'Several ask at once for all of another parcel',
      '多个请求同时退回另一包裹的全部商品',
    );
    const other = await delivered(stage);
    if (other === undefined) return;
    const asked = [];
    for (let count = 0; count < stage.run.races; count += 1)
      asked.push(await returnOf(stage, other));
    await stage.together(
      asked.map(
        (body) => () =>
          stage.call('authoriseReturn', { body, intent: 'PROBE', probe: 'return-race' }),
      ),
    );
  },
});
