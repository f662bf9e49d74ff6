import { again, followed, observation, observe } from '../../drive/observation.ts';
import { requestOf } from '../../transcript/body.ts';
import { defineScenario, step, text } from '../scenario.ts';

const MINUTE = 60_000;
/** Deliveries released together: a tenth of a second of a busy courier. */
const BURST = 50;

/** Observations that arrive once, twice, at once, and with another content under a known id. */
export const trackingInbox = defineScenario({
  id: 'tracking-inbox',
  title: text('Events of a parcel arrive', '包裹事件送达'),
  system: ['platform', 'hub'],
  when: { receives: 'org.openwaybill.tracking.event.recorded' },
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['TRK-003', 'TRK-004', 'TRK-013', 'DSC-029'],
  run: async function* (stage) {
    yield step('PREPARE', 'A parcel of the platform', '平台的包裹');
    const parcel = await followed(stage);
    if (parcel === undefined) return;
    const { waybillNo, by } = parcel;

    yield step('DELIVER', 'An event, and the same one again', '同一事件送达两次');
    const start = await stage.now();
    const at = (minutes: number) => new Date(start + minutes * MINUTE - 90 * MINUTE).toISOString();
    const seenAt = (minutes: number) => ({ occurredAt: at(minutes), recordedAt: at(minutes) });
    const picked = await stage.deliver(
      await observation(stage, waybillNo, 'PICKED_UP', seenAt(0)),
      { ...by, probe: 'inbox-first' },
    );
    await stage.settle();
    await observe(stage, 'inbox-first-read', waybillNo);
    await stage.deliver(again(picked), { ...by, probe: 'inbox-repeat' });

    yield step('DELIVER', 'One event twice at the same moment', '同一事件并发送达');
    const arrival = await observation(stage, waybillNo, 'ARRIVED_DELIVERY_BRANCH', seenAt(10));
    const envelope = { id: `msg_${stage.invent.uuid().replaceAll('-', '')}` };
    const first = await stage.deliver(
      { ...arrival, ...envelope },
      { ...by, probe: 'inbox-arrival' },
    );
    await stage.together(
      [0, 1].map(() => () => stage.deliver(again(first), { ...by, probe: 'inbox-together' })),
    );

    yield step(
      'DELIVER',
      'A delivery, its correction, and the delivery again',
      '签收、更正、再次送达',
    );
    const delivered = await observation(stage, waybillNo, 'DELIVERED', seenAt(20));
    const done = await stage.deliver(delivered, { ...by, probe: 'inbox-delivered' });
    await stage.settle();
    await observe(stage, 'inbox-delivered-read', waybillNo);
    await stage.deliver(
      await observation(stage, waybillNo, 'DELIVERED', {
        ...seenAt(20),
        recordedAt: at(30),
        correctsEventId: delivered.data.eventId,
        correctionReason: 'DID_NOT_OCCUR',
      }),
      { ...by, probe: 'inbox-correction' },
    );
    await stage.settle();
    await observe(stage, 'inbox-corrected-read', waybillNo);
    await stage.deliver(again(done), { ...by, probe: 'inbox-late-repeat' });
    // the same observation under a new envelope: its id says that it is known
    await stage.deliver(delivered, { ...by, probe: 'inbox-new-envelope' });
    await stage.settle();
    await observe(stage, 'inbox-repeat-read', waybillNo);

    yield step('DELIVER', 'A known id with another content', '同号异文');
    const { data } = requestOf(picked) as { readonly data: Readonly<Record<string, unknown>> };
    const { location, ...lost } = data;
    await stage.deliver(
      {
        type: 'org.openwaybill.tracking.event.recorded',
        subject: waybillNo,
        data: { ...lost, eventCode: 'LOST', statusAfter: 'LOST', occurredAt: at(40) },
      },
      { ...by, probe: 'inbox-conflict', intent: 'NEGATIVE', twinOf: picked.seq },
    );
    await stage.settle();
    await observe(stage, 'inbox-conflict-read', waybillNo);

    yield step('DELIVER', 'Many events at once', '大量事件同时送达');
    const many = await Promise.all(
      Array.from({ length: BURST }, (_, index) =>
        observation(stage, waybillNo, 'INFO', seenAt(30 + index / 60)),
      ),
    );
    await stage.together(
      many.map((event) => () => stage.deliver(event, { ...by, probe: 'inbox-burst' })),
    );
    await stage.settle();
  },
});
