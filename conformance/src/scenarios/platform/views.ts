import { ORDERS } from '../../applicability.ts';
import { observation } from '../../drive/observation.ts';
import { requestOf } from '../../transcript/body.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** What a caller might try to see more by. */
const SELECTORS: Readonly<Record<string, string>> = {
  view: 'DOOR',
  fields: 'name,phone,address',
  expand: 'contact',
  include: 'contactMasked,addressMasked',
  sort: 'name',
};
const CLAIMED = 'DELIVERED';

/** One view for one caller at one stage, whatever it asks for and says. */
export const views = defineScenario({
  id: 'views',
  title: text('The view that the platform chooses', '由平台决定的视图'),
  system: 'platform',
  when: { offers: 'getConsigneeView' },
  tier: 'W',
  needs: [ORDERS],
  touches: ['CSN-005', 'CSN-006', 'VEW-007', 'VEW-008', 'VEW-009', 'DSC-021'],
  run: async function* (stage) {
    yield step('PREPARE', 'A parcel of the platform', '平台的包裹');
    const parcel = await stage.prepare('consignment');
    if ('blocked' in parcel || parcel.waybillNo === undefined) return;
    const { consigneeRef, waybillNo } = parcel;
    const path = { consigneeRef };

    yield step('CALL', 'The view, and the view with selectors', '视图与附加选择参数的视图');
    await stage.call('getConsigneeView', { path, intent: 'CONTROL', probe: 'view-plain' });
    for (const [name, value] of Object.entries(SELECTORS))
      await stage.call('getConsigneeView', {
        path,
        query: { [name]: value },
        intent: 'PROBE',
        probe: `view-by-${name}`,
      });
    const masked = requestOf(parcel.submission)?.consignee?.contactMasked?.phoneMasked;
    await stage.call('getConsigneeView', {
      path,
      query: { phoneTail: String(masked).slice(-4) },
      intent: 'PROBE',
      probe: 'view-by-tail',
    });
    await stage.call('getConsigneeView', {
      path,
      headers: { 'X-View': 'DOOR', Prefer: 'view=DOOR' },
      intent: 'PROBE',
      probe: 'view-by-header',
    });

    yield step('CALL', 'A stage that the caller claims', '调用方声明的阶段');
    await stage.call('getConsigneeView', {
      path,
      query: { stage: CLAIMED },
      intent: 'PROBE',
      probe: 'stage-by-query',
    });
    await stage.call('getConsigneeView', {
      path,
      headers: { 'X-Stage': CLAIMED },
      intent: 'PROBE',
      probe: 'stage-by-header',
    });

    yield step('DELIVER', 'Events move the stage', '事件推进阶段');
    const actor = { actorId: 'st-7f3a', kind: 'COURIER' as const };
    await stage.deliver(await observation(stage, waybillNo, 'PICKED_UP'), { probe: 'view-picked' });
    await stage.deliver(await observation(stage, waybillNo, 'OUT_FOR_DELIVERY', { actor }), {
      probe: 'view-out',
    });
    await stage.settle();
    await stage.call('getConsigneeView', { path, intent: 'PROBE', probe: 'view-after-events' });
  },
});
