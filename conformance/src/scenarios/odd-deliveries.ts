import { holds } from '../applicability.ts';
import { knowsRunner } from '../drive/knows-runner.ts';
import { act } from '../drive/prepare.ts';
import type { EventDraft, Stage } from '../drive/stage.ts';
import type { Step } from '../words.ts';
import { FORGED, GENUINE } from './forgeries.ts';
import { deliverNoEvents } from './no-events.ts';
import { rotateAsSender } from './rotate-as-sender.ts';
import { step } from './scenario.ts';

/** An event as the runner would send it; `variant` is false for one that goes another way. */
export type EventMaker = (variant: boolean) => Promise<EventDraft>;

/** Deliveries to a receiver of events: right, forged, of a later minor version, and lost on their way. */
export async function* deliverOddly(stage: Stage, event: EventMaker): AsyncGenerator<Step, void> {
  yield step('DELIVER', 'Forged and odd deliveries beside one as it should be', '伪造与少见的投递');
  const control = await stage.deliver(await event(true), {
    probe: 'forged-control',
    intent: 'CONTROL',
  });
  for (const [probe, { source, ...disturbance }] of Object.entries(FORGED))
    await stage.deliver(
      { ...(await event(true)), ...(source === undefined ? {} : { source }) },
      { ...disturbance, probe, intent: 'NEGATIVE', twinOf: control.seq },
    );
  for (const [probe, disturbance] of Object.entries(GENUINE))
    await stage.deliver(await event(true), { ...disturbance, probe });
  // what is asked of a platform
  if (holds({ offers: 'registerConsignee' }, stage.claim))
    yield* deliverNoEvents(stage, await event(true), control);

  yield step('DELIVER', 'Members and types that nobody knows yet', '未知成员与未知类型');
  const known = await event(true);
  await stage.deliver(
    {
      ...known,
      data: { ...(known.data as object), futureMember: { count: 1 } },
      more: { futureattribute: 'unknown' },
    },
    { probe: 'future-members', isFuture: true },
  );
  await stage.deliver(
    {
      type: 'org.openwaybill.discovery.future.happened',
      subject: 'unknown',
      data: { futureMember: 'unknown' },
    },
    { probe: 'future-type', isFuture: true },
  );
  await stage.settle();

  // a system that is driven learns so where the runner is reached
  if (stage.offers('ACTIONS')) await act(stage, 'REPLAY_EVENTS', {});
  await stage.settle();
  yield step('DELIVER', 'One event is lost, the next arrives', '一个事件丢失，其后的事件送达');
  // who was never told where the runner is reached will not ask it, however long it is waited for
  if (knowsRunner(stage.claim, stage.earlier())) {
    const quiet = await stage.callAs('nobody', 'getHealth', { probe: 'missed-quiet' });
    stage.lose(await event(false));
    await stage.deliver(await event(true), { probe: 'missed-gap' });
    await stage.await(
      { operation: 'replayEvents', after: quiet.seq },
      stage.run.maxWaitMilliseconds,
    );
    await stage.settle();
  }
  yield* rotateAsSender(stage, () => event(true));
}
