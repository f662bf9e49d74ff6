import { ORDERS } from '../../applicability.ts';
import { observation, observe } from '../../drive/observation.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** An event is lost on its way; the next one shows that it is missing. */
export const missedEvents = defineScenario({
  id: 'missed-events',
  title: text('An event that never arrived', '未曾送达的事件'),
  system: 'platform',
  when: { receives: 'org.openwaybill.tracking.event.recorded' },
  tier: 'W',
  needs: [ORDERS],
  touches: ['CTY-015', 'DSC-025'],
  run: async function* (stage) {
    yield step('PREPARE', 'A parcel of the platform', '平台的包裹');
    const parcel = await stage.prepare('consignment');
    if ('blocked' in parcel || parcel.waybillNo === undefined) return;
    const { waybillNo } = parcel;
    await stage.deliver(await observation(stage, waybillNo, 'PICKED_UP'), {
      probe: 'missed-before',
      intent: 'CONTROL',
    });
    await stage.settle();
    const quiet = await stage.callAs('nobody', 'getHealth', { probe: 'missed-quiet' });

    yield step('DELIVER', 'One event is lost, the next arrives', '一个事件丢失，其后的事件送达');
    stage.lose(await observation(stage, waybillNo, 'DELIVERED'));
    await stage.deliver(await observation(stage, waybillNo, 'INFO'), {
      probe: 'missed-gap',
    });

    yield step('AWAIT', 'The platform asks for what it missed', '平台请求重放');
    await stage.await(
      { operation: 'replayEvents', after: quiet.seq },
      stage.run.maxWaitMilliseconds,
    );
    await stage.settle();
    await observe(stage, 'missed-read');
  },
});
