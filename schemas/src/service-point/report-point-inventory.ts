import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation } from '../define/index.ts';
import { firstDay } from './_examples.ts';
import { PointInventory } from './point-inventory.ts';

const { inventoryId, revision, createdAt, updatedAt, extensions, ...counted } =
  PointInventory.properties;

/** One a point, courier and day. */
export const PointInventoryReport = Closed(
  'PointInventoryReport',
  { en: 'Report of an inventory', zh: '库存上报' },
  { en: 'States the counts of one day.', zh: '上报单日数量。' },
  counted,
);
export type PointInventoryReport = Static<typeof PointInventoryReport>;

const report: PointInventoryReport = {
  pointId: firstDay.pointId,
  dayOn: firstDay.dayOn,
  arrivedCount: firstDay.arrivedCount,
  collectedCount: firstDay.collectedCount,
  returnedCount: firstDay.returnedCount,
  storedCount: firstDay.storedCount,
};
const { storedCount: _, ...withoutStock } = report;

export const reportPointInventory = defineOperation({
  name: 'report-point-inventory',
  since: '1.0',
  title: { en: 'Report an inventory', zh: '上报库存' },
  description: {
    en: 'The same day again with the same counts repeats the answer; with other counts it is a DUPLICATE. Days are reported in their order.',
    zh: '同日同数重复上报返回原应答，数量不同则为重复；须按日期先后上报。',
  },
  servedBy: ['courier'],
  calledBy: ['service-point'],
  method: 'POST',
  path: '/v1/point-inventories',
  request: PointInventoryReport,
  answer: { status: 201, also: [200], body: PointInventory },
  problems: ['RULE_VIOLATION', 'DUPLICATE'],
  requirements: [
    {
      id: 'SVP-005',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'arrived − collected − returned of all days equals `storedCount`.',
        zh: '库存件数须平衡。',
      },
      wire: 'sum of inventories',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: {
        'the first day': report,
        'a quiet day': {
          ...report,
          dayOn: '2026-11-12',
          arrivedCount: 0,
          collectedCount: 0,
          returnedCount: 0,
        },
      },
      invalid: {
        'no stock': { value: withoutStock, breaks: { pointer: '', rule: 'required' } },
        'a day that does not exist': {
          value: { ...report, dayOn: '2026-11-31' },
          breaks: { pointer: '/dayOn', rule: 'format' },
        },
      },
    },
  },
});
