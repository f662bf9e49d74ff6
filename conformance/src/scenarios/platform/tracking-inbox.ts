import { ORDERS } from '../../applicability.ts';
import { again, followed, observation, observe } from '../../drive/observation.ts';
import { linger } from '../../drive/pass.ts';
import type { EventDraft, Stage } from '../../drive/stage.ts';
import { headerOf, requestOf, statusOf } from '../../transcript/body.ts';
import { defineScenario, step, text } from '../scenario.ts';

const MINUTE = 60_000;
const SECOND = 1_000;
/** What a busy courier tells in ten seconds, released in waves of so many at once. */
const BURST = 500;
const WAVE = 50;
/** A pause of the receiver's that the scenario waits out. */
const LONGEST_PAUSE = 10;
/** What the last of them says. */
const LAST = 'OUT_FOR_DELIVERY';

/** Delivers many events in waves; what is put off for a time is delivered again after it. */
const flood = async (
  stage: Stage,
  events: readonly EventDraft[],
  by: { readonly as?: 'courier' },
): Promise<void> => {
  for (let at = 0; at < events.length; at += WAVE) {
    const answers = await stage.together(
      events
        .slice(at, at + WAVE)
        .map((event) => () => stage.deliver(event, { ...by, probe: 'inbox-burst' })),
    );
    const putOff = answers.filter((exchange) => statusOf(exchange) === 429);
    const pause = Math.max(
      0,
      ...putOff.map(({ response }) => Number(headerOf(response?.headers, 'Retry-After') ?? 1)),
    );
    if (putOff.length > 0) await linger(stage, Math.min(pause, LONGEST_PAUSE) * SECOND);
    for (const exchange of putOff)
      await stage.deliver(again(exchange), { ...by, probe: 'inbox-burst' });
  }
};

/** Observations that arrive once, twice, at once, and with another content under a known id. */
export const trackingInbox = defineScenario({
  id: 'tracking-inbox',
  title: text('Events of a parcel arrive', '包裹事件送达'),
  system: ['platform', 'hub'],
  when: { receives: 'org.openwaybill.tracking.event.recorded' },
  tier: 'W',
  needs: [ORDERS],
  touches: ['TRK-003', 'TRK-004', 'TRK-005', 'TRK-013', 'DSC-015', 'DSC-029'],
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

    if (stage.claim.role === 'platform') {
      yield step('DELIVER', 'A parcel of another courier', '另一快递企业的包裹');
      const foreign = (of: string) => observation(stage, of, 'DESTROYED', seenAt(45));
      for (const [probe, of] of [
        ['foreign-event', waybillNo],
        ['unknown-event', `ZZ${stage.invent.uuid().slice(-12).toUpperCase()}`],
      ] as const)
        await stage.deliver(await foreign(of), { as: 'second', probe });
      await stage.settle();
      await observe(stage, 'foreign-event-read', waybillNo);
    }

    yield step('DELIVER', 'Many events at once', '大量事件同时送达');
    const busy = await followed(stage);
    if (busy === undefined) return;
    const many = await Promise.all(
      Array.from({ length: BURST }, (_, index) =>
        observation(
          stage,
          busy.waybillNo,
          index === BURST - 1 ? LAST : 'INFO',
          seenAt(30 + index / BURST),
        ),
      ),
    );
    await flood(stage, many, busy.by);
    await stage.settle();
    await observe(stage, 'inbox-burst-read', busy.waybillNo);
  },
});
