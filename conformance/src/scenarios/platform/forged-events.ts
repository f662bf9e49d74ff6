import { ORDERS } from '../../applicability.ts';
import { observation, observe } from '../../drive/observation.ts';
import { FORGED, GENUINE } from '../forgeries.ts';
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

    yield step('DELIVER', 'Signed bytes that are no event', '签名正确但并非事件的字节');
    const { data } = await observation(stage, waybillNo, 'DESTROYED');
    const event = { type: 'org.openwaybill.tracking.event.recorded', subject: waybillNo, data };
    const source = `urn:openwaybill:party:${stage.partyId()}`;
    const odd: Readonly<Record<string, string>> = {
      'inbox-duplicate-keys': `{"source":"${source}","specversion":"1.0","specversion":"1.0"}`,
      'inbox-deep': `{"source":"${source}","data":${'['.repeat(40)}${']'.repeat(40)}}`,
      'inbox-too-large': JSON.stringify({
        source,
        padding: 'x'.repeat(stage.claim.document.limits.maxBodyBytes + 1),
      }),
      'inbox-truncated': `{"source":"${source}","specversion":"1.0","data":{"eventCode":"DESTR`,
      'inbox-bare': JSON.stringify(data),
    };
    for (const [probe, raw] of Object.entries(odd))
      await stage.deliver(event, { probe, raw, intent: 'NEGATIVE', twinOf: control.seq });
    await stage.deliver(event, {
      probe: 'inbox-media-type',
      headers: { 'Content-Type': 'text/plain' },
      intent: 'NEGATIVE',
      twinOf: control.seq,
    });
    await stage.settle();
    await observe(stage, 'inbox-odd-read');
    yield* rotateAsSender(stage, () => observation(stage, waybillNo, 'INFO'));
  },
});
