import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { authorised, tell } from './authorised.ts';

/** What comes back is inspected, and the merchant is told of its refund once. */
export const returnsRefund = defineScenario({
  id: 'returns-refund',
  title: text('A return is inspected and refunded', '退货质检与退款'),
  system: 'platform',
  when: { offers: 'reportReturnInspection' },
  tier: 'C',
  needs: ['ACTIONS', 'CLOCK'],
  movesClock: true,
  touches: ['RTN-002', 'RTN-005', 'DSC-021', 'DSC-022', 'DSC-023'],
  run: async function* (stage) {
    yield step('AWAIT', 'The platform authorises two returns', '平台授权两笔退货');
    const inspected = await authorised(stage);
    const waiting = await authorised(stage);
    if (inspected === undefined || waiting === undefined) return;
    if (!stage.has('merchant') || !stage.has('warehouse')) {
      stage.leaveOut(text('Refunds that a merchant is told of', '告知商家的退款'), 'NO_FACILITY');
      return;
    }
    await stage.prepare('subscription', {
      as: 'merchant',
      eventTypes: ['org.openwaybill.returns.refund.triggered'],
    });
    await stage.callAs('merchant', 'listAgreements', {
      query: { status: 'EFFECTIVE' },
      probe: 'refund-terms',
    });

    yield step('DELIVER', 'Both come back', '两笔退货均已收货');
    for (const asked of [inspected, waiting]) {
      await tell(stage, asked, 'IN_TRANSIT', 2);
      await tell(stage, asked, 'RECEIVED', 3);
    }

    yield step('CALL', 'A warehouse inspects one, and reports it again', '仓库质检其一并重复上报');
    const { rmaNo, items } = inspected.request;
    const body = {
      rmaNo,
      lines: items.map(({ lineNo, quantity }) => ({
        lineNo,
        grade: 'A',
        acceptedCount: quantity.value,
      })),
      inspectedAt: new Date(await stage.now()).toISOString(),
    };
    const first = await stage.callAs('warehouse', 'reportReturnInspection', {
      body,
      intent: 'CONTROL',
      probe: 'return-inspection',
    });
    await stage.settle();
    await stage.advance('P1D');
    await stage.callAs('warehouse', 'reportReturnInspection', {
      body,
      twinOf: first.seq,
      probe: 'return-inspection-again',
    });
    await stage.settle();
    await stage.advance('P1D');
    // the merchant has a clock of its own, by which its deliveries leave
    await stage.callAs('merchant', 'advanceTestClock', {
      body: { by: 'P3D' },
      intent: 'TEST_CONTROL',
    });
    await stage.settle();
    await stage.callAs('merchant', 'getReturn', { path: { rmaNo }, probe: 'return-refunded' });
    await stage.callAs('merchant', 'getReturn', {
      path: { rmaNo: waiting.request.rmaNo },
      probe: 'return-waiting',
    });
  },
});
