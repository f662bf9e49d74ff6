import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Ref, Resource, words } from '../define/index.ts';
import { HsCode } from '../vocabulary/hs-code.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Quantity } from '../vocabulary/quantity.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { Sku } from '../warehouse/sku.ts';
import { WarehouseId } from '../warehouse/warehouse-id.ts';
import { TradeDirection } from './cross-border-codes.ts';

/** The declarant keeps the books of a bonded warehouse by these. */
export const BondedMoveReport = Closed(
  'BondedMoveReport',
  { en: 'Report of a bonded move', zh: '保税进出区申报' },
  { en: 'Goods that entered or left a bonded warehouse.', zh: '进出保税仓的货物。' },
  {
    warehouseId: Ref(WarehouseId),
    sku: Ref(Sku),
    hsCode: Ref(HsCode),
    quantity: Ref(Quantity),
    direction: Ref(TradeDirection),
    occurredAt: Ref(
      Instant,
      words(
        { en: 'Occurred at', zh: '发生时间' },
        { en: 'When the goods passed the gate.', zh: '货物进出区的时刻。' },
      ),
    ),
  },
);
export type BondedMoveReport = Static<typeof BondedMoveReport>;

export const BondedMove = Resource(
  'BondedMove',
  { en: 'Bonded move', zh: '保税货物进出区' },
  { en: 'A report as the declarant keeps it.', zh: '报关企业保存的进出区记录。' },
  {
    moveId: Ref(
      Uuid,
      words({ en: 'Move id', zh: '记录标识' }, { en: 'Names the move.', zh: '标识该次进出区。' }),
    ),
    ...BondedMoveReport.properties,
    ...storedMembers,
  },
);
export type BondedMove = Static<typeof BondedMove>;

const reported: BondedMoveReport = {
  warehouseId: 'DLC-B01',
  sku: 'TEA-01',
  hsCode: '0902101000',
  quantity: { value: 200, unit: 'C62' },
  direction: 'IMPORT',
  occurredAt: '2026-11-10T15:00:00+08:00',
};
const kept: BondedMove = {
  moveId: '0193a5c0-7d4e-7a11-8c00-00000000cd51',
  ...reported,
  revision: 1,
  createdAt: '2026-11-10T15:00:02+08:00',
  updatedAt: '2026-11-10T15:00:02+08:00',
};
const { direction: _, ...withoutDirection } = reported;
const { moveId: __, ...withoutId } = kept;

export const bondedMoveReport = defineMessage({
  schema: BondedMoveReport,
  requirements: [],
  examples: {
    valid: { 'tea comes in': reported },
    invalid: {
      'no direction': { value: withoutDirection, breaks: { pointer: '', rule: 'required' } },
      'seven digits of the tariff': {
        value: { ...reported, hsCode: '0902101' },
        breaks: { pointer: '/hsCode', rule: 'pattern' },
      },
    },
  },
});

export const bondedMove = defineMessage({
  schema: BondedMove,
  requirements: [],
  examples: {
    valid: { 'tea came in': kept },
    invalid: {
      'no id': { value: withoutId, breaks: { pointer: '', rule: 'required' } },
      'in transit is no direction': {
        value: { ...kept, direction: 'TRANSIT' },
        breaks: { pointer: '/direction', rule: 'enum' },
      },
    },
  },
});
