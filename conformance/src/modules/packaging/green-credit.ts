import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import { inventConsumer } from './invent.ts';

/** Points are earned, redeemed and taken back; a reversal is tried with another amount, and again. */
export const greenCredit = defineScenario({
  id: 'packaging-green-credit',
  title: text('Points are earned, used and taken back', '积分的获得、使用与冲正'),
  system: 'platform',
  when: { claims: 'packaging' },
  tier: 'W',
  touches: ['PKG-003', 'PKG-004', 'PKG-006', 'DSC-021'],
  run: async function* (stage) {
    if (!stage.has('packaging-operator')) return;
    const consumerRef = inventConsumer(stage);
    const posting = (points: number, reason: string, more: object = {}) => ({
      consumerRef,
      points,
      reason,
      reference: stage.invent.orderNo(),
      ...more,
    });
    const post = (body: object, probe = 'packaging-credit', more: object = {}) =>
      stage.callAs('packaging-operator', 'postGreenCredit', { body, probe, ...more });
    const list = (probe: string) =>
      stage.callAs('packaging-operator', 'listGreenCredits', { query: { consumerRef }, probe });

    yield step('CALL', 'Points are earned twice and partly redeemed', '两次获得并部分兑换');
    const earned = await post(posting(30, 'RECYCLED'));
    if (!isAccepted(earned)) return;
    await post(posting(50, 'RETURNED_REUSABLE'));
    await post(posting(-20, 'REDEEMED'));
    await list('packaging-ledger');

    yield step('CALL', 'A reversal of another amount', '金额不符的冲正');
    const reversesEntryId = String(answerOf(earned)?.entryId);
    await post(posting(-29, 'REVERSED', { reversesEntryId }), 'packaging-reversal-of-less', {
      twinOf: earned.seq,
    });

    yield step('CALL', 'A reversal, and the same once more', '冲正及重复冲正');
    const reversed = await post(posting(-30, 'REVERSED', { reversesEntryId }));
    await post(posting(-30, 'REVERSED', { reversesEntryId }), 'packaging-reversal-again', {
      twinOf: reversed.seq,
    });
    await list('packaging-ledger');
  },
});
