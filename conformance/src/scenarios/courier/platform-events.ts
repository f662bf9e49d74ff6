import { act } from '../../drive/prepare.ts';
import type { EventDraft } from '../../drive/stage.ts';
import { FORGED, GENUINE } from '../forgeries.ts';
import { defineScenario, step, text } from '../scenario.ts';

const CONSENT_CHANGED = 'org.openwaybill.consignee.consent.changed';

/** What a platform tells a courier: right, forged, of a later minor version, and lost on its way. */
export const platformEvents = defineScenario({
  id: 'platform-events',
  title: text('Events of a platform arrive', '平台事件送达'),
  system: 'courier',
  when: { receives: CONSENT_CHANGED },
  tier: 'W',
  touches: ['CTY-015', 'DSC-007', 'DSC-009', 'DSC-029'],
  run: async function* (stage) {
    yield step('PREPARE', 'A waybill', '运单');
    const waybill = await stage.prepare('waybill');
    if ('blocked' in waybill) return;
    const { waybillNo } = waybill;
    const consent = async (granted: boolean): Promise<EventDraft> => ({
      type: CONSENT_CHANGED,
      subject: waybillNo,
      data: {
        consentId: stage.invent.uuid(),
        waybillNo,
        preference: 'LOCKER',
        granted,
        occurredAt: new Date(await stage.now()).toISOString(),
      },
    });

    yield step(
      'DELIVER',
      'Forged and odd deliveries beside one as it should be',
      '伪造与少见的投递',
    );
    const control = await stage.deliver(await consent(true), {
      probe: 'forged-control',
      intent: 'CONTROL',
    });
    for (const [probe, { source, ...disturbance }] of Object.entries(FORGED))
      await stage.deliver(
        { ...(await consent(true)), ...(source === undefined ? {} : { source }) },
        { ...disturbance, probe, intent: 'NEGATIVE', twinOf: control.seq },
      );
    for (const [probe, disturbance] of Object.entries(GENUINE))
      await stage.deliver(await consent(true), { ...disturbance, probe });

    yield step('DELIVER', 'Members and types that nobody knows yet', '未知成员与未知类型');
    const event = await consent(true);
    await stage.deliver(
      {
        ...event,
        data: { ...(event.data as object), futureMember: { count: 1 } },
        more: { futureattribute: 'unknown' },
      },
      { probe: 'future-members', isFuture: true },
    );
    await stage.deliver(
      {
        type: 'org.openwaybill.consignee.future.happened',
        subject: waybillNo,
        data: { waybillNo, futureMember: 'unknown' },
      },
      { probe: 'future-type', isFuture: true },
    );
    await stage.settle();

    // a system that is driven learns so where the runner is reached
    if (stage.offers('ACTIONS')) await act(stage, 'REPLAY_EVENTS', {});
    await stage.settle();
    yield step('DELIVER', 'One event is lost, the next arrives', '一个事件丢失，其后的事件送达');
    const quiet = await stage.callAs('nobody', 'getHealth', { probe: 'missed-quiet' });
    stage.lose(await consent(false));
    await stage.deliver(await consent(true), { probe: 'missed-gap' });
    await stage.await(
      { operation: 'replayEvents', after: quiet.seq },
      stage.run.maxWaitMilliseconds,
    );
    await stage.settle();
  },
});
