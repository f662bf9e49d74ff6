import { defineOperation, Ref, words } from '../define/index.ts';
import { Sku } from './sku.ts';
import { StockSnapshot } from './stock-snapshot.ts';
import { WarehouseId } from './warehouse-id.ts';

export const getStock = defineOperation({
  name: 'get-stock',
  since: '1.0',
  title: { en: 'Read the stock of a warehouse', zh: '查询库存' },
  description: {
    en: 'At most 1000 items; who gets as many goes on with afterSku.',
    zh: '最多 1000 项；满额时以 afterSku 续读。',
  },
  servedBy: ['warehouse'],
  calledBy: ['platform', 'merchant'],
  method: 'GET',
  path: '/v1/stock-snapshots',
  query: {
    warehouseId: Ref(WarehouseId),
    afterSku: Ref(
      Sku,
      words(
        { en: 'After item', zh: '续读起点' },
        { en: 'Only items whose codes are greater.', zh: '仅返回编码大于该值的商品。' },
      ),
    ),
  },
  requiredQuery: ['warehouseId'],
  answer: { status: 200, body: StockSnapshot },
  problems: ['NOT_FOUND'],
  requirements: [
    {
      id: 'WHS-002',
      level: 'MUST',
      roles: ['warehouse'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'Stock changes replayed to a `ledgerSeq` give the snapshot of that number.',
        zh: '流水重放须得到快照。',
      },
      wire: 'replay',
      judgedBy: 'check',
    },
  ],
  examples: {},
});
