import type { StageColumn } from '@openwaybill/schemas';
import { act } from '../../drive/prepare.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { consigned, everybodyLooks, tellOf, waybillOf } from './consigned.ts';

/** The probe at which everybody looks while a parcel is in a stage. */
export const lookIn = (column: StageColumn): string => `views-in-${column.toLowerCase()}`;

/** The stages of two parcels, and the observation that begins each. */
const WAY: readonly (readonly [StageColumn, string])[] = [
  ['IN_TRANSIT', 'PICKED_UP'],
  ['OUT_FOR_DELIVERY', 'OUT_FOR_DELIVERY'],
  ['AT_POINT', 'DEPOSITED_STATION'],
  ['DELIVERED', 'COLLECTED_BY_CONSIGNEE'],
];
const WAY_BACK: readonly (readonly [StageColumn, string])[] = [
  ['EXCEPTION', 'DELIVERY_ATTEMPT_FAILED'],
  ['RETURNING', 'RETURN_STARTED'],
  ['CLOSED', 'RETURN_DELIVERED'],
];

/** The stages that this scenario brings about. */
export const LOOKED_IN: readonly StageColumn[] = [
  'ORDERED',
  'ACCEPTED',
  'AFTER_SALES',
  ...[...WAY, ...WAY_BACK].map(([column]) => column),
];

/** Every role and facet looks at one consignee in every stage that events can bring about without waiting. */
export const viewsByRole = defineScenario({
  id: 'views-by-role',
  title: text('What each role sees, stage by stage', '各角色在各阶段的视图'),
  system: 'platform',
  when: { offers: 'getConsigneeView' },
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['PRV-001', 'VEW-001', 'VEW-002', 'VEW-003', 'VEW-005'],
  run: async function* (stage) {
    yield step('AWAIT', 'An order, and its waybill', '订单与运单');
    const order = await consigned(stage);
    if (order === undefined) return;
    await everybodyLooks(stage, order, lookIn('ORDERED'));
    const waybillNo = await waybillOf(stage, order.orderNo);
    if (waybillNo === undefined) return;
    await everybodyLooks(stage, order, lookIn('ACCEPTED'));

    yield step('DELIVER', 'To a collection point, and collected', '送达代收点并取件');
    for (const [column, code] of WAY) {
      await tellOf(stage, waybillNo, code);
      await everybodyLooks(stage, order, lookIn(column));
    }

    if ((await act(stage, 'OPEN_AFTER_SALES', { waybillNo })).response?.status === 202) {
      await stage.settle();
      await everybodyLooks(stage, order, lookIn('AFTER_SALES'));
    }

    yield step('DELIVER', 'Not delivered, and sent back', '未妥投并退回');
    const other = await consigned(stage);
    const back = other && (await waybillOf(stage, other.orderNo));
    if (other === undefined || back === undefined) return;
    await tellOf(stage, back, 'PICKED_UP', 'OUT_FOR_DELIVERY');
    for (const [column, code] of WAY_BACK) {
      await tellOf(stage, back, code);
      await everybodyLooks(stage, other, lookIn(column));
    }
  },
});
