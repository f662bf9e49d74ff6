import type { Static } from '@sinclair/typebox';
import { defineOperation, pageOf } from '../define/index.ts';
import { frontWarehouse } from './_examples.ts';
import { Warehouse } from './warehouse.ts';

export const WarehousePage = pageOf(Warehouse, { en: 'warehouses', zh: '仓库' });
export type WarehousePage = Static<typeof WarehousePage>;

export const listWarehouses = defineOperation({
  name: 'list-warehouses',
  since: '1.0',
  title: { en: 'List warehouses', zh: '仓库列表' },
  servedBy: ['warehouse', 'hub'],
  calledBy: ['platform', 'merchant', 'hub'],
  method: 'GET',
  path: '/v1/warehouses',
  answer: { status: 200, body: WarehousePage },
  problems: ['CURSOR_EXPIRED'],
  requirements: [],
  examples: {
    answer: {
      valid: {
        'the only page': { items: [frontWarehouse] },
        'more to come': { items: [frontWarehouse], nextCursor: 'd2FyZWhvdXNlOjI' },
      },
      invalid: {
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'an empty cursor': {
          value: { items: [], nextCursor: '' },
          breaks: { pointer: '/nextCursor', rule: 'minLength' },
        },
      },
    },
  },
});
