import { linger } from '../../drive/pass.ts';
import { labelFormatOf } from '../../drive/prepare.ts';
import type { CallInput, Stage } from '../../drive/stage.ts';
import { dayOf } from '../../drive/terms.ts';
import { answerOf, codeOfAnswer, isAccepted } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** How often a command is sent again while its first attempt is still carried out, and milliseconds in between. */
const ATTEMPTS = 5;
const APART = 2_000;

/** The caller hangs up on a command before it hears the answer, and sends it again with the same key. */
const hangUp = async (
  stage: Stage,
  operation: string,
  body: unknown,
  probe: string,
): Promise<Exchange> => {
  const input: CallInput = { body, idempotencyKey: stage.invent.uuid(), intent: 'CONTROL', probe };
  await stage.call(operation, { ...input, isHungUp: true });
  for (let attempt = 1; ; attempt += 1) {
    await stage.settle();
    const answer = await stage.call(operation, input);
    if (attempt === ATTEMPTS || codeOfAnswer(answer) !== 'REQUEST_IN_PROGRESS') return answer;
    await linger(stage, APART);
  }
};

/** The answer of a command did not arrive, so it is sent again with the same key. */
export const lostAnswer = defineScenario({
  id: 'lost-answer',
  title: text('The answer was lost', '应答丢失'),
  system: 'any',
  tier: 'W',
  touches: ['CTY-012', 'DSC-021', 'DSC-024'],
  run: async function* (stage) {
    const twice = async (
      operation: string,
      probe: string,
      input: { readonly path?: Readonly<Record<string, string>>; readonly body: unknown },
    ) => {
      const idempotencyKey = stage.invent.uuid();
      const first = await stage.call(operation, {
        ...input,
        idempotencyKey,
        intent: 'CONTROL',
        probe: `${probe}-first`,
      });
      await stage.call(operation, {
        ...input,
        idempotencyKey,
        intent: 'CONTROL',
        probe: `${probe}-repeated`,
      });
      return first;
    };

    yield step('CALL', 'The caller hangs up on a proposal', '提议发出后连接中断');
    const listed = (probe: string) =>
      stage.call('listAgreements', { query: { limit: '200', status: 'PROPOSED' }, probe });
    await listed('hung-up-before');
    const heard = await hangUp(
      stage,
      'proposeAgreement',
      stage.invent.proposal(),
      'hung-up-proposal',
    );
    await listed('hung-up-after');
    if (isAccepted(heard))
      await stage.call('terminateAgreement', {
        path: { agreementId: String(answerOf(heard)?.agreementId) },
        body: { reason: '检测结束', effectiveOn: dayOf(await stage.now()) },
        intent: 'PREPARE',
      });

    yield step('CALL', 'A proposal', '协议提议');
    const proposed = await twice('proposeAgreement', 'lost-proposal', {
      body: stage.invent.proposal(),
    });
    if (!isAccepted(proposed)) return;
    const ending = { reason: '检测结束', effectiveOn: dayOf(await stage.now()) };
    await twice('terminateAgreement', 'lost-end', {
      path: { agreementId: String(answerOf(proposed)?.agreementId) },
      body: ending,
    });

    if (stage.claim.role !== 'courier') return;
    yield step('CALL', 'An order, its waybill, and its cancellation', '下单、取号与取消');
    const order = stage.invent.order();
    const { orderNo } = order;
    const submitted = await twice('submitOrder', 'lost-order', { body: order });
    if (!isAccepted(submitted)) return;
    await twice('createWaybill', 'lost-waybill', {
      body: stage.invent.waybill({
        orderNo,
        packageId: order.packages[0]?.packageId ?? 'P1',
        labelFormat: labelFormatOf(stage),
      }),
    });
    await twice('cancelOrder', 'lost-cancel', {
      path: { orderNo },
      body: { reason: 'BUYER_CANCELLED' },
    });

    yield step('CALL', 'The caller hangs up on a waybill', '取号请求发出后连接中断');
    const made = await stage.prepare('order');
    if ('blocked' in made) return;
    const creation = stage.invent.waybill({
      orderNo: made.orderNo,
      packageId: made.order.packages[0]?.packageId ?? 'P1',
      labelFormat: labelFormatOf(stage),
    });
    await hangUp(stage, 'createWaybill', creation, 'hung-up-waybill');
    await stage.call('getOrder', { path: { orderNo: made.orderNo }, probe: 'hung-up-order' });
  },
});
