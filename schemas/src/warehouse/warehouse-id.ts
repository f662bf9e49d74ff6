import { privacy, Word } from '../define/index.ts';

/** Premises, and so public. */
export const WarehouseId = Word(
  'WarehouseId',
  { en: 'Warehouse id', zh: '仓库标识' },
  { en: 'Names a warehouse of the operator.', zh: '标识运营方的仓库。' },
  { pattern: '[A-Za-z0-9_-]{1,40}', maxLength: 40, ...privacy('public', 'none') },
);
