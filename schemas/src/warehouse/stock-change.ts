import type { Static } from '@sinclair/typebox';
import { defineEvent, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { reservation } from './_examples.ts';
import { LedgerSeq } from './ledger-seq.ts';
import { pieceDelta } from './piece-count.ts';
import { Sku } from './sku.ts';
import { StockChangeReason } from './warehouse-codes.ts';
import { WarehouseId } from './warehouse-id.ts';

/** One line of the ledger: it is never changed, a mistake is another line. */
export const StockChange = Resource(
  'StockChange',
  { en: 'Stock change', zh: '库存流水' },
  {
    en: 'By how much the counts of one item changed, and why.',
    zh: '一种商品各项件数的变动及原因。',
  },
  {
    ledgerSeq: Ref(LedgerSeq),
    warehouseId: Ref(WarehouseId),
    sku: Ref(Sku),
    onHandDelta: pieceDelta(
      { en: 'On hand', zh: '在库变动' },
      { en: 'Change of the pieces on hand.', zh: '在库件数的变动。' },
    ),
    reservedDelta: pieceDelta(
      { en: 'Reserved', zh: '预占变动' },
      { en: 'Change of the pieces reserved.', zh: '预占件数的变动。' },
    ),
    inTransitDelta: pieceDelta(
      { en: 'In transit', zh: '在途变动' },
      { en: 'Change of the pieces in transit.', zh: '在途件数的变动。' },
    ),
    reason: Ref(StockChangeReason),
    occurredAt: Ref(
      Instant,
      words(
        { en: 'Occurred at', zh: '发生时间' },
        { en: 'When the stock changed.', zh: '库存变动的时刻。' },
      ),
    ),
  },
);
export type StockChange = Static<typeof StockChange>;

const { sku: _, ...withoutItem } = reservation;

export const stockChanged = defineEvent({
  type: 'org.openwaybill.warehouse.stock.changed',
  since: '1.0',
  title: { en: 'Stock changed', zh: '库存已变动' },
  from: ['warehouse'],
  to: ['platform'],
  data: StockChange,
  subject: 'sku',
  requirements: [],
  examples: {
    valid: {
      'two pieces reserved': reservation,
      'three pieces found damaged': {
        ...reservation,
        ledgerSeq: 4,
        onHandDelta: -3,
        reservedDelta: 0,
        reason: 'DAMAGE',
      },
    },
    invalid: {
      'no item': { value: withoutItem, breaks: { pointer: '', rule: 'required' } },
      'the change before the first': {
        value: { ...reservation, ledgerSeq: 0 },
        breaks: { pointer: '/ledgerSeq', rule: 'minimum' },
      },
      'a reason in prose': {
        value: { ...reservation, reason: 'sold' },
        breaks: { pointer: '/reason', rule: 'enum' },
      },
    },
  },
});
