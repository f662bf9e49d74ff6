import type { Static } from '@sinclair/typebox';
import { defineOperation, pageOf, Ref } from '../define/index.ts';
import { reservation } from './_examples.ts';
import { ledgerMark } from './ledger-seq.ts';
import { StockChange } from './stock-change.ts';
import { WarehouseId } from './warehouse-id.ts';

/** In the order of their numbers. */
export const StockChangePage = pageOf(StockChange, { en: 'stock changes', zh: '库存流水' });
export type StockChangePage = Static<typeof StockChangePage>;

export const listStockChanges = defineOperation({
  name: 'list-stock-changes',
  since: '1.0',
  title: { en: 'List stock changes', zh: '库存流水列表' },
  description: {
    en: 'The ledger of one warehouse and the caller, in the order of ledgerSeq.',
    zh: '某仓库对调用方的流水，按流水号排列。',
  },
  servedBy: ['warehouse'],
  calledBy: ['platform', 'merchant'],
  method: 'GET',
  path: '/v1/stock-changes',
  query: {
    warehouseId: Ref(WarehouseId),
    afterSeq: ledgerMark(
      { en: 'After number', zh: '起始流水号' },
      {
        en: 'Only changes of greater numbers; absent means 0.',
        zh: '仅返回大于该号的流水；未给出即为 0。',
      },
    ),
  },
  requiredQuery: ['warehouseId'],
  answer: { status: 200, body: StockChangePage },
  problems: ['NOT_FOUND', 'CURSOR_EXPIRED'],
  requirements: [
    {
      id: 'WHS-003',
      level: 'MUST',
      roles: ['warehouse'],
      position: 'server',
      tier: 'W',
      text: { en: '`ledgerSeq` has no gap and no repeat.', zh: '流水号不断不重。' },
      wire: 'list',
      judgedBy: 'check',
    },
  ],
  examples: {
    answer: {
      valid: {
        'two in a row': { items: [reservation, { ...reservation, ledgerSeq: 4 }] },
        'none so far': { items: [] },
      },
      invalid: {
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'one is left out': {
          value: { items: [reservation, { ...reservation, ledgerSeq: 5 }] },
          breaks: { pointer: '/items/1/ledgerSeq', rule: 'WHS-003', requirement: 'WHS-003' },
        },
        'one stands twice': {
          value: { items: [reservation, reservation] },
          breaks: { pointer: '/items/1/ledgerSeq', rule: 'WHS-003', requirement: 'WHS-003' },
        },
      },
    },
  },
});
