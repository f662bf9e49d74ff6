import { observation, observe } from '../../drive/observation.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** A code that no release of the standard has. */
const UNKNOWN_CODE = 'X_FUTURE';

/** Events of a later minor version: members, codes and types that nobody knows yet. */
export const futureEvents = defineScenario({
  id: 'future-events',
  title: text('Events of a later minor version', '较新次版本的事件'),
  system: 'platform',
  when: { receives: 'org.openwaybill.tracking.event.recorded' },
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['DSC-007', 'DSC-029', 'TRK-004', 'TRK-013'],
  run: async function* (stage) {
    yield step('PREPARE', 'A parcel of the platform', '平台的包裹');
    const parcel = await stage.prepare('consignment');
    if ('blocked' in parcel || parcel.waybillNo === undefined) return;
    const { waybillNo } = parcel;

    yield step('DELIVER', 'Unknown members in envelope and payload', '信封与负载中的未知成员');
    await stage.deliver(await observation(stage, waybillNo, 'PICKED_UP'), {
      probe: 'future-control',
      intent: 'CONTROL',
    });
    const event = await observation(stage, waybillNo, 'ARRIVED_DELIVERY_BRANCH');
    await stage.deliver(
      {
        ...event,
        data: { ...event.data, futureMember: { count: 1 }, futureFlag: true },
        more: { futureattribute: 'unknown' },
      },
      { probe: 'future-members', isFuture: true },
    );
    await stage.settle();
    await observe(stage, 'future-members-read');

    yield step('DELIVER', 'An unknown type of event', '未知事件类型');
    await stage.deliver(
      {
        type: 'org.openwaybill.tracking.future.happened',
        subject: waybillNo,
        data: { waybillNo, futureMember: 'unknown' },
      },
      { probe: 'future-type', isFuture: true },
    );
    await stage.settle();
    await observe(stage, 'future-type-read');

    yield step('DELIVER', 'An unknown code', '未知事件代码');
    const future = await observation(stage, waybillNo, UNKNOWN_CODE);
    const kept = await stage.deliver(future, { probe: 'future-code', isFuture: true });
    await stage.settle();
    await observe(stage, 'future-code-read');
    // whoever kept it knows its id, so that another content under it is a conflict
    await stage.deliver(
      { ...future, data: { ...future.data, timeQuality: 'ESTIMATED' } },
      { probe: 'future-code-conflict', intent: 'NEGATIVE', twinOf: kept.seq, isFuture: true },
    );
    await stage.deliver(await observation(stage, waybillNo, 'OUT_FOR_DELIVERY'), {
      probe: 'future-next',
    });
    await stage.settle();
    await observe(stage, 'future-next-read');
  },
});
