import type { Static } from '@sinclair/typebox';
import { defineEvent, Ref, Resource } from '../define/index.ts';
import { AsnNo } from './asn-no.ts';
import { receivedAt, receivedLines } from './received-lines.ts';
import { WarehouseId } from './warehouse-id.ts';

/** The counts alone; what was expected stands in the notice. */
export const InboundReceipt = Resource(
  'InboundReceipt',
  { en: 'Inbound receipt', zh: '入库收货单' },
  { en: 'What was received of a notice.', zh: '入库预报的实收结果。' },
  { asnNo: Ref(AsnNo), warehouseId: Ref(WarehouseId), receivedLines, receivedAt },
);
export type InboundReceipt = Static<typeof InboundReceipt>;

const receipt: InboundReceipt = {
  asnNo: 'ASN-20261110-01',
  warehouseId: 'DLC-F01',
  receivedLines: [
    { lineNo: 1, receivedCount: 198, damagedCount: 3, shortCount: 2 },
    { lineNo: 2, receivedCount: 60, damagedCount: 0, shortCount: 0 },
  ],
  receivedAt: '2026-11-10T16:30:00+08:00',
};
const { receivedAt: _, ...withoutInstant } = receipt;

export const inboundReceived = defineEvent({
  type: 'org.openwaybill.warehouse.inbound.received',
  since: '1.0',
  title: { en: 'Goods received', zh: '货物已入库' },
  from: ['warehouse'],
  to: ['platform'],
  data: InboundReceipt,
  subject: 'asnNo',
  lifecycle: 'inbound-notice',
  states: ['RECEIVED'],
  requirements: [
    {
      id: 'WHS-006',
      level: 'MUST',
      roles: ['warehouse'],
      position: 'server',
      tier: 'C',
      text: {
        en: 'received + short = expected for each line; damaged is part of received.',
        zh: '收货数量须平衡。',
      },
      wire: 'receipts',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: { 'two short, three damaged': receipt },
    invalid: {
      'no instant': { value: withoutInstant, breaks: { pointer: '', rule: 'required' } },
      'fewer than none': {
        value: {
          ...receipt,
          receivedLines: [{ lineNo: 1, receivedCount: 198, damagedCount: -1, shortCount: 2 }],
        },
        breaks: { pointer: '/receivedLines/0/damagedCount', rule: 'minimum' },
      },
      'more damaged than received': {
        value: {
          ...receipt,
          receivedLines: [{ lineNo: 1, receivedCount: 2, damagedCount: 3, shortCount: 198 }],
        },
        breaks: {
          pointer: '/receivedLines/0/damagedCount',
          rule: 'WHS-006',
          requirement: 'WHS-006',
        },
      },
    },
  },
});
