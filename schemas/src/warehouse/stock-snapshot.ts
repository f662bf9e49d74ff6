import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, ListOf, Part, Ref, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { ledgerMark } from './ledger-seq.ts';
import { PieceCount } from './piece-count.ts';
import { Sku } from './sku.ts';
import { WarehouseId } from './warehouse-id.ts';

/** Computed at the moment of the question, so it has no revision: `ledgerSeq` is its place in the ledger. */
export const StockSnapshot = Closed(
  'StockSnapshot',
  { en: 'Stock snapshot', zh: '库存快照' },
  {
    en: 'What a warehouse holds for the caller after a stock change; items in the order of their codes.',
    zh: '某一流水之后仓库为调用方保管的库存；按商家编码排列。',
  },
  {
    warehouseId: Ref(WarehouseId),
    asOfAt: Ref(
      Instant,
      words({ en: 'As of', zh: '快照时间' }, { en: 'When it was taken.', zh: '快照的时刻。' }),
    ),
    ledgerSeq: ledgerMark(
      { en: 'Ledger number', zh: '流水号' },
      {
        en: 'The last stock change that it holds; 0 before the first.',
        zh: '已计入的最后一条流水；尚无流水时为 0。',
      },
    ),
    items: ListOf(
      Part(
        {
          sku: Ref(Sku),
          onHandCount: Ref(
            PieceCount,
            words(
              { en: 'On hand', zh: '在库件数' },
              { en: 'Pieces in the warehouse.', zh: '仓内件数。' },
            ),
          ),
          reservedCount: Ref(
            PieceCount,
            words(
              { en: 'Reserved', zh: '预占件数' },
              { en: 'Pieces promised to outbound orders.', zh: '已为出库单预占的件数。' },
            ),
          ),
          availableCount: Ref(
            PieceCount,
            words(
              { en: 'Available', zh: '可用件数' },
              { en: 'On hand less reserved.', zh: '在库减预占。' },
            ),
          ),
          inTransitCount: Ref(
            PieceCount,
            words(
              { en: 'In transit', zh: '在途件数' },
              { en: 'Pieces on their way into the warehouse.', zh: '正在运入仓库的件数。' },
            ),
          ),
        },
        words(
          { en: 'Stock of an item', zh: '商品库存' },
          { en: 'Counts of one item.', zh: '一种商品的各项件数。' },
        ),
      ),
      0,
      1000,
      words({ en: 'Items', zh: '商品' }, { en: 'One entry an item.', zh: '每种商品一项。' }),
    ),
  },
);
export type StockSnapshot = Static<typeof StockSnapshot>;

const snapshot: StockSnapshot = {
  warehouseId: 'DLC-F01',
  asOfAt: '2026-11-11T10:06:00+08:00',
  ledgerSeq: 3,
  items: [
    { sku: 'CUP-02', onHandCount: 60, reservedCount: 0, availableCount: 60, inTransitCount: 0 },
    { sku: 'TEA-01', onHandCount: 195, reservedCount: 2, availableCount: 193, inTransitCount: 0 },
  ],
};
const [cup, tea] = snapshot.items;

export const stockSnapshot = defineMessage({
  schema: StockSnapshot,
  requirements: [
    {
      id: 'WHS-001',
      level: 'MUST',
      roles: ['warehouse'],
      position: 'server',
      tier: 'W',
      text: {
        en: '`availableCount` = on hand − reserved and is never negative.',
        zh: '可用量等于在库减预占且不为负。',
      },
      wire: 'every snapshot',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'two items': snapshot,
      'a new warehouse': { ...snapshot, ledgerSeq: 0, items: [] },
    },
    invalid: {
      'more is available than there is': {
        value: { ...snapshot, items: [cup, { ...tea, availableCount: 195 }] },
        breaks: { pointer: '/items/1/availableCount', rule: 'WHS-001', requirement: 'WHS-001' },
      },
      'sold twice': {
        value: { ...snapshot, items: [{ ...cup, reservedCount: 61, availableCount: -1 }] },
        breaks: { pointer: '/items/0/availableCount', rule: 'minimum', requirement: 'WHS-001' },
      },
      'an item twice': {
        value: { ...snapshot, items: [cup, cup] },
        breaks: { pointer: '/items/1/sku', rule: 'DSC-021', requirement: 'DSC-021' },
      },
    },
  },
});
