import { causeFact } from '../../models/walk-from.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { isAccepted } from '../../transcript/body.ts';
import { noticeFor, outboundFor, readLedger, received, warehouseOf } from './stock.ts';

const PIECES = 10;
const PIECES_EACH = 3;
const ORDERS_AT_ONCE = 8;

/** Goods come in, are promised at once to more orders than they suffice for, are given back, and leave. */
export const warehouseStock = defineScenario({
  id: 'warehouse-stock',
  title: text('Nothing is promised twice', '库存不超卖'),
  system: 'warehouse',
  when: { offers: 'createOutbound' },
  tier: 'C',
  needs: ['ACTIONS'],
  touches: ['WHS-001', 'WHS-002', 'WHS-003', 'WHS-004', 'WHS-006', 'DSC-021', 'DSC-022'],
  run: async function* (stage) {
    await stage.prepare('subscription');
    const warehouseId = await warehouseOf(stage);
    if (warehouseId === undefined) return;

    yield step('CALL', 'Goods of which some are short and some damaged', '短少与残损的到货');
    const notice = await noticeFor(stage, warehouseId, [
      { sku: stage.invent.orderNo(), count: 40, lotNo: 'SHORT-2' },
      { sku: stage.invent.orderNo(), count: 25, lotNo: 'DAMAGED-3' },
    ]);
    const noticed = await stage.call('notifyInbound', { body: notice, intent: 'PREPARE' });
    if (!isAccepted(noticed)) return;
    const { asnNo } = notice;
    const collection = 'inbound-notices';
    await causeFact(stage, { collection, resourceId: asnNo, fact: 'GOODS_RECEIVED' });
    await stage.call('getInbound', { path: { asnNo }, probe: 'warehouse-received' });

    yield step('CALL', 'More orders at once than there are pieces', '并发出库超过库存');
    const goods = await received(stage, warehouseId, PIECES);
    if (goods === undefined) return;
    const { sku } = goods;
    await readLedger(stage, warehouseId, 'before');
    const orders = [];
    for (let count = 0; count < ORDERS_AT_ONCE; count += 1)
      orders.push(await outboundFor(stage, warehouseId, sku, PIECES_EACH));
    const answers = await stage.together(
      orders.map(
        (body) => () =>
          stage.call('createOutbound', { body, intent: 'PROBE', probe: 'warehouse-race' }),
      ),
    );
    await readLedger(stage, warehouseId, 'promised');

    yield step('CALL', 'One order for more than is left', '超过余量的出库单');
    const first = answers.findIndex(isAccepted);
    const accepted = answers[first];
    if (accepted === undefined) return;
    await stage.call('createOutbound', {
      body: await outboundFor(stage, warehouseId, sku, PIECES),
      intent: 'NEGATIVE',
      probe: 'warehouse-too-many',
      twinOf: accepted.seq,
    });

    yield step('CALL', 'One order is cancelled, another leaves', '取消一单，另一单发货');
    const [cancelled, left] = orders.filter((_, index) => {
      const answer = answers[index];
      return answer !== undefined && isAccepted(answer);
    });
    await stage.call('cancelOutbound', {
      path: { outboundNo: String(cancelled?.outboundNo) },
      body: { reason: 'BUYER_CANCELLED' },
    });
    if (left !== undefined)
      for (const fact of ['PACKED', 'CONSIGNED'])
        await causeFact(stage, {
          collection: 'outbound-orders',
          resourceId: left.outboundNo,
          fact,
        });
    await readLedger(stage, warehouseId, 'after');
  },
});
