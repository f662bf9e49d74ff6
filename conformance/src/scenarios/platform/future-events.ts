import { ORDERS } from '../../applicability.ts';
import { followed, observation, observe } from '../../drive/observation.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** A code that no release of the standard has. */
const UNKNOWN_CODE = 'X_FUTURE';

/** Events of a later minor version: members, codes and types that nobody knows yet. */
export const futureEvents = defineScenario({
  id: 'future-events',
  title: text('Events of a later minor version', '较新次版本的事件'),
  system: ['platform', 'hub'],
  when: { receives: 'org.openwaybill.tracking.event.recorded' },
  tier: 'W',
  needs: [ORDERS],
  touches: ['DSC-007', 'DSC-029', 'TRK-004', 'TRK-013'],
  run: async function* (stage) {
    yield step('PREPARE', 'A parcel of the platform', '平台的包裹');
    const parcel = await followed(stage);
    if (parcel === undefined) return;
    const { waybillNo, by } = parcel;

    yield step('DELIVER', 'Unknown members in envelope and payload', '信封与负载中的未知成员');
    await stage.deliver(await observation(stage, waybillNo, 'PICKED_UP'), {
      ...by,
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
      { ...by, probe: 'future-members', isFuture: true },
    );
    await stage.settle();
    await observe(stage, 'future-members-read', waybillNo);

    yield step('DELIVER', 'An unknown type of event', '未知事件类型');
    await stage.deliver(
      {
        type: 'org.openwaybill.tracking.future.happened',
        subject: waybillNo,
        data: { waybillNo, futureMember: 'unknown' },
      },
      { ...by, probe: 'future-type', isFuture: true },
    );
    await stage.settle();
    await observe(stage, 'future-type-read', waybillNo);

    yield step('DELIVER', 'An unknown code', '未知事件代码');
    const future = await observation(stage, waybillNo, UNKNOWN_CODE);
    const kept = await stage.deliver(future, { ...by, probe: 'future-code', isFuture: true });
    await stage.settle();
    await observe(stage, 'future-code-read', waybillNo);
    // whoever kept it knows its id, so that another content under it is a conflict
    await stage.deliver(
      { ...future, data: { ...future.data, timeQuality: 'ESTIMATED' } },
      {
        ...by,
        probe: 'future-code-conflict',
        intent: 'NEGATIVE',
        twinOf: kept.seq,
        isFuture: true,
      },
    );
    await stage.deliver(await observation(stage, waybillNo, 'OUT_FOR_DELIVERY'), {
      ...by,
      probe: 'future-next',
    });
    await stage.settle();
    await observe(stage, 'future-next-read', waybillNo);
  },
});
