import { holds, OBSERVATIONS } from '../../applicability.ts';
import { observedId } from '../../drive/observation.ts';
import { physicalRoute } from '../../drive/physical-route.ts';
import { shuffled } from '../../drive/random.ts';
import { scan } from '../../drive/scan.ts';
import { TEST_CARRIER } from '../../drive/test-carrier.ts';
import { defineScenario, step, text } from '../scenario.ts';

const MINUTE = 60_000;
/** Orders of arrival that are tried beside the natural and the reverse one. */
const DRAWN_ORDERS = 5;

/** The status is a fold of the set of scans: in order, late, permuted, at one instant, corrected. */
export const fold = defineScenario({
  id: 'fold',
  title: text('The status follows from the scans', '状态由扫描折叠得出'),
  system: ['courier', 'hub'],
  tier: 'C',
  needs: [OBSERVATIONS],
  touches: [
    'ORD-015',
    'TRK-001',
    'TRK-002',
    'TRK-005',
    'TRK-007',
    'TRK-008',
    'TRK-009',
    'TRK-010',
    'TRK-015',
    'DSC-021',
  ],
  run: async function* (stage) {
    const now = await stage.now();
    const at = (minutes: number) => new Date(now + minutes * MINUTE).toISOString();
    const read = async (waybillNo: string, probe: string) => {
      const path = { carrierCode: TEST_CARRIER, waybillNo };
      await stage.settle();
      await stage.call('getParcel', { path, probe: `${probe}-parcel` });
      await stage.call('listParcelEvents', { path, probe: `${probe}-events` });
    };

    yield step('CALL', 'The same scans in many orders of arrival', '同一组扫描以不同次序到达');
    const scans = physicalRoute.map((eventCode, index) => ({
      eventCode,
      occurredAt: at(index - 60),
    }));
    const arrivals = [
      scans,
      [...scans].reverse(),
      ...Array.from({ length: DRAWN_ORDERS }, () => shuffled(stage.random, scans)),
    ];
    for (const arrival of arrivals) {
      const parcel = await stage.prepare('parcel');
      if ('blocked' in parcel) return;
      for (const { eventCode, occurredAt } of arrival)
        await scan(stage, parcel.waybillNo, eventCode, { occurredAt });
      await read(parcel.waybillNo, 'permuted');
    }

    yield step('CALL', 'A scan after the end', '终态之后的扫描');
    const done = await stage.prepare('parcel', { codes: [...physicalRoute] });
    if ('blocked' in done) return;
    await read(done.waybillNo, 'before-late-scan');
    await scan(stage, done.waybillNo, 'OUT_FOR_DELIVERY', { occurredAt: at(10) }, 'late-scan');
    await read(done.waybillNo, 'after-late-scan');

    yield step('CALL', 'A delivery that did not occur', '更正：并未签收');
    const wrong = await stage.prepare('parcel', { codes: physicalRoute.slice(0, -1) });
    if ('blocked' in wrong) return;
    await read(wrong.waybillNo, 'before-wrong-delivery');
    const delivered = await scan(stage, wrong.waybillNo, 'DELIVERED', {}, 'wrong-delivery');
    await read(wrong.waybillNo, 'after-wrong-delivery');
    const correctsEventId = observedId(delivered);
    await scan(
      stage,
      wrong.waybillNo,
      'DELIVERED',
      {
        correctsEventId,
        correctionReason: 'DID_NOT_OCCUR',
        recordedAt: at(5),
      },
      'correction',
    );
    await read(wrong.waybillNo, 'after-correction');
    // a relay has parcels and no orders
    if (holds({ offers: 'getOrder' }, stage.claim))
      await stage.call('getOrder', { path: { orderNo: wrong.orderNo }, probe: 'order-taken-back' });

    yield step('CALL', 'Milestones are skipped', '跳过节点');
    const skipped = await stage.prepare('parcel', { codes: ['PICKED_UP', 'DELIVERED'] });
    if ('blocked' in skipped) return;
    await read(skipped.waybillNo, 'skipped');

    yield step('CALL', 'Two scans at one instant, the later rank first', '同一时刻两次扫描');
    const tied = await stage.prepare('parcel', { codes: ['PICKED_UP'] });
    if ('blocked' in tied) return;
    for (const eventCode of ['OUT_FOR_DELIVERY', 'ARRIVED_DELIVERY_BRANCH'])
      await scan(stage, tied.waybillNo, eventCode, { occurredAt: at(1) });
    await read(tied.waybillNo, 'tied');

    yield step('CALL', 'A time without an offset', '不带时区的时间');
    const naive = await stage.prepare('parcel', { codes: ['PICKED_UP'] });
    if ('blocked' in naive) return;
    const twin = await scan(stage, naive.waybillNo, 'ARRIVED_HUB', { occurredAt: at(2) });
    await scan(
      stage,
      naive.waybillNo,
      'ARRIVED_HUB',
      { occurredAt: at(3).slice(0, 19) },
      'naive-scan',
      twin.seq,
    );
  },
});
