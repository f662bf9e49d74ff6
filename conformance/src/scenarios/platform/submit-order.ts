import { ORDERS } from '../../applicability.ts';
import { act } from '../../drive/prepare.ts';
import type { Answer, AnswerMaker } from '../../drive/stage.ts';
import { answerOf, isAccepted, requestOf } from '../../transcript/body.ts';
import type { Scenario } from '../../words.ts';
import { defineScenario, step, text } from '../scenario.ts';

type Members = Readonly<Record<string, unknown>>;

/** What the courier answers, made of its usual answer. */
const decided =
  (decide: (body: Members) => Members, more: Partial<Exclude<Answer, string>> = {}): AnswerMaker =>
  (_request, usual) => {
    const answer = usual();
    return typeof answer === 'string'
      ? answer
      : { ...answer, body: decide(answer.body as Members), ...more };
  };

const pending = decided(
  ({ decision: _decision, carrierOrderNo: _number, ...body }) => ({
    ...body,
    status: 'SUBMITTED',
    decision: 'PENDING',
    revision: 1,
  }),
  { status: 201, headers: { ETag: '"1"' } },
);

const rejected = decided(({ carrierOrderNo: _number, ...body }) => ({
  ...body,
  status: 'REJECTED',
  decision: 'REJECTED',
  rejectReason: 'OUT_OF_AREA',
}));

/** The same orders, where somebody places them. */
const byHand: Scenario['run'] = async function* (stage) {
  yield step('AWAIT', 'An order that the courier accepts, and its waybill', '受理的订单与运单');
  await stage.prepare('orders', { hasWaybill: true, isCancelled: true });

  yield step('SERVE', 'An order that the courier leaves pending', '待定的订单');
  stage.serve('submitOrder', pending);
  await stage.prepare('orders');

  yield step('SERVE', 'An order that the courier rejects', '拒绝的订单');
  stage.serve('submitOrder', rejected);
  await stage.prepare('orders');
};

/** The orders of a platform, and what it makes of each decision of the courier. */
export const submitOrder = defineScenario({
  id: 'submit-order',
  title: text('Orders for masked consignees', '为脱敏收件人下单'),
  system: 'platform',
  when: { claims: 'consignee' },
  tier: 'W',
  needs: [ORDERS],
  touches: ['ORD-001', 'ORD-012', 'DSC-023', 'DSC-025', 'CSN-016'],
  run: async function* (stage) {
    if (!stage.offers('ACTIONS')) {
      yield* byHand(stage);
      return;
    }
    const order = async (probe: string) => {
      const orderNo = stage.invent.orderNo();
      const started = await act(stage, 'SUBMIT_ORDER', { orderNo, consigneeSeed: orderNo }, probe);
      if (!isAccepted(started)) return undefined;
      const arrived = await stage.await(
        {
          operation: 'submitOrder',
          matches: (exchange) => requestOf(exchange)?.orderNo === orderNo,
        },
        stage.run.maxWaitMilliseconds,
      );
      await stage.settle();
      await stage.call('getTestAction', {
        path: { actionId: String(answerOf(started)?.actionId) },
        intent: 'TEST_CONTROL',
      });
      return arrived === undefined ? undefined : orderNo;
    };

    yield step('AWAIT', 'An order that the courier accepts, and its waybill', '受理的订单与运单');
    const accepted = await order('submit-accepted');
    if (accepted !== undefined) {
      await act(stage, 'CREATE_WAYBILL', { orderNo: accepted });
      await stage.await({ operation: 'createWaybill' }, stage.run.maxWaitMilliseconds);
      await stage.settle();
      await act(stage, 'CANCEL_ORDER', { orderNo: accepted, reason: 'BUYER_CANCELLED' });
      await stage.await({ operation: 'cancelOrder' }, stage.run.maxWaitMilliseconds);
      await stage.settle();
    }

    yield step('SERVE', 'An order that the courier leaves pending', '待定的订单');
    stage.serve('submitOrder', pending);
    await order('submit-pending');

    yield step('SERVE', 'An order that the courier rejects', '拒绝的订单');
    stage.serve('submitOrder', rejected);
    await order('submit-rejected');
  },
});
