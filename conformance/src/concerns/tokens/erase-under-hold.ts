import { act } from '../../drive/prepare.ts';
import type { Stage } from '../../drive/stage.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf, isAccepted, statusOf } from '../../transcript/body.ts';
import { inventedPerson, parcelFor } from '../reveals/ask.ts';

const DAY = 86_400_000;
const LEGAL_BASIS = '调取文书（检测用）';

/** The officer of the system under test is shown an order of an authority; false where the system knows no such action. */
const held = async (stage: Stage, waybillNo: string): Promise<boolean> => {
  const untilOn = new Date((await stage.now()) + 30 * DAY).toISOString().slice(0, 10);
  const started = await act(stage, 'SET_LEGAL_HOLD', {
    waybillNo,
    legalBasisRef: LEGAL_BASIS,
    untilOn,
  });
  if (statusOf(started) !== 202) return false;
  await stage.settle();
  const run = await stage.call('getTestAction', {
    path: { actionId: String(answerOf(started)?.actionId) },
    intent: 'TEST_CONTROL',
  });
  return answerOf(run)?.state === 'SUCCEEDED';
};

/** Of an order that a courier is told to forget. */
const atCourier = async (stage: Stage): Promise<void> => {
  const waybill = await stage.prepare('waybill');
  if ('blocked' in waybill || !(await held(stage, waybill.waybillNo))) return;
  const { order, orderNo } = waybill;
  await stage.call('cancelOrder', {
    path: { orderNo },
    body: { reason: 'BUYER_CANCELLED' },
    intent: 'PREPARE',
  });
  await stage.call('requestErasure', {
    body: {
      consigneeRefs: [order.consignee.consigneeRef],
      basis: 'CONSIGNEE_REQUEST',
      deadlineAt: new Date(await stage.now()).toISOString(),
    },
    intent: 'CONTROL',
    probe: 'hold-receipt',
  });
  await stage.call('getOrder', { path: { orderNo }, intent: 'PROBE', probe: 'hold-read' });
};

/** Of a person who erases itself at a platform. */
const atPlatform = async (stage: Stage): Promise<void> => {
  const name = stage.nameOf('consignee');
  if (name === undefined || !stage.has('core')) {
    stage.leaveOut(text('The person itself', '收件人本人'), 'NO_FACILITY');
    return;
  }
  const parcel = await parcelFor(stage, { ...inventedPerson(stage, 'held'), name });
  if (parcel === undefined || !(await held(stage, parcel.waybillNo))) return;
  const { consigneeRef } = parcel;
  const erased = await stage.callAs('consignee', 'eraseConsignee', {
    path: { consigneeRef },
    intent: 'CONTROL',
    probe: 'hold-receipt',
  });
  if (!isAccepted(erased)) return;
  await stage.settle();
  await stage.callAs('core', 'getConsigneeView', {
    path: { consigneeRef },
    intent: 'PROBE',
    probe: 'hold-read',
  });
  await stage.callAs('consignee', 'listRevealAuditEntries', {
    query: { consigneeRef },
    intent: 'PROBE',
    probe: 'hold-read',
  });
};

/** An erasure of what an authority has held: the receipt says what is kept, and no read shows it. */
export const eraseUnderHold = defineScenario({
  id: 'erase-under-hold',
  title: text('What is held by law is erased for everybody else', '依法保留内容的删除'),
  system: ['courier', 'platform'],
  when: { any: [{ offers: 'eraseConsignee' }, { offers: 'requestErasure' }] },
  tier: 'C',
  needs: ['ACTIONS'],
  touches: ['RET-002'],
  run: async function* (stage) {
    yield step('CALL', 'A hold, the erasure, and the reads after it', '保留、删除与其后的读取');
    await (stage.claim.role === 'courier' ? atCourier(stage) : atPlatform(stage));
  },
});
