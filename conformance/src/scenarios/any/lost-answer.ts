import { labelFormatOf } from '../../drive/prepare.ts';
import { dayOf } from '../../drive/terms.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import { defineScenario, step, text } from '../scenario.ts';

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
  },
});
