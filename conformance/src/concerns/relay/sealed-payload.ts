import { act } from '../../drive/prepare.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';

const DAY = 86_400_000;

/** A locker hands a sealed code to a relay, which hands it to the platform of the parcel; and a code in clear. */
export const sealedPayload = defineScenario({
  id: 'relay-sealed-payload',
  title: text('A sealed payload is relayed', '转发密封载荷'),
  system: ['hub'],
  when: { offers: 'deliverPickupCode' },
  tier: 'W',
  touches: ['VEW-010'],
  run: async function* (stage) {
    yield step('PREPARE', 'A parcel to which its platform has subscribed', '平台已订阅的包裹');
    const sealedCode = await stage.seal('4839-2017');
    const parcel = await stage.prepare('parcel');
    if ('blocked' in parcel) return;
    if (sealedCode === undefined || !stage.has('locker')) {
      stage.leaveOut(text('A key to seal to, and a locker', '密封公钥与快件箱身份'), 'NO_FACILITY');
      return;
    }
    if (stage.offers('ACTIONS')) await act(stage, 'REPLAY_EVENTS', {});
    await stage.settle();

    yield step('CALL', 'The locker hands over a sealed code', '快件箱传送密封取件码');
    const body = {
      depositId: stage.invent.uuid(),
      waybillNo: parcel.waybillNo,
      sealedCode,
      expiresAt: new Date((await stage.now()) + 3 * DAY).toISOString(),
    };
    const sealed = await stage.callAs('locker', 'deliverPickupCode', {
      body,
      probe: 'relay-sealed',
      intent: 'CONTROL',
    });
    yield step('CALL', 'And a code in clear', '传送明文取件码');
    await stage.callAs('locker', 'deliverPickupCode', {
      body: { ...body, depositId: stage.invent.uuid(), sealedCode: '48392017' },
      probe: 'relay-clear',
      twinOf: sealed.seq,
    });
    await stage.settle();
  },
});
