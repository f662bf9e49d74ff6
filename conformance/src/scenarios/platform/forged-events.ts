import { ORDERS } from '../../applicability.ts';
import { observation, observe } from '../../drive/observation.ts';
import { FORGED, GENUINE } from '../forgeries.ts';
import { deliverNoEvents } from '../no-events.ts';
import { rotateAsSender } from '../rotate-as-sender.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** Deliveries that nobody may believe, between deliveries that everybody must. */
export const forgedEvents = defineScenario({
  id: 'forged-events',
  title: text('Forged and stale deliveries', '伪造与过期的投递'),
  system: 'platform',
  when: { receives: 'org.openwaybill.tracking.event.recorded' },
  tier: 'W',
  needs: [ORDERS],
  touches: ['DSC-009', 'DSC-020', 'LIM-002', 'DSC-029'],
  run: async function* (stage) {
    yield step('PREPARE', 'A parcel of the platform', '平台的包裹');
    const parcel = await stage.prepare('consignment');
    if ('blocked' in parcel || parcel.waybillNo === undefined) return;
    const { waybillNo } = parcel;

    yield step('DELIVER', 'An event as it should be', '正常事件');
    const control = await stage.deliver(await observation(stage, waybillNo, 'PICKED_UP'), {
      probe: 'forged-control',
      intent: 'CONTROL',
    });
    await stage.settle();
    await observe(stage, 'forged-control-read');

    yield step(
      'DELIVER',
      'Forged and stale deliveries, each read back',
      '伪造与过期投递，逐一回读',
    );
    for (const [probe, { source, ...disturbance }] of Object.entries(FORGED)) {
      const event = await observation(stage, waybillNo, 'DESTROYED');
      await stage.deliver(
        { ...event, ...(source === undefined ? {} : { source }) },
        { ...disturbance, probe, intent: 'NEGATIVE', twinOf: control.seq },
      );
      await stage.settle();
      await observe(stage, `${probe}-read`);
    }

    yield step('DELIVER', 'Odd deliveries that are right', '形式少见但正确的投递');
    for (const [probe, disturbance] of Object.entries(GENUINE))
      await stage.deliver(await observation(stage, waybillNo, 'INFO'), { ...disturbance, probe });

    yield* deliverNoEvents(stage, await observation(stage, waybillNo, 'DESTROYED'), control);
    await stage.settle();
    await observe(stage, 'inbox-odd-read');
    yield* rotateAsSender(stage, () => observation(stage, waybillNo, 'INFO'));
  },
});
