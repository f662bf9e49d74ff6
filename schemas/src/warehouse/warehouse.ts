import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
  Flag,
  Line,
  ListOf,
  Optional,
  privacy,
  Ref,
  Resource,
  Whole,
  words,
} from '../define/index.ts';
import { Gln } from '../vocabulary/gln.ts';
import { PublicAddress } from '../vocabulary/public-address.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { frontWarehouse } from './_examples.ts';
import { WarehouseKind } from './warehouse-codes.ts';
import { WarehouseId } from './warehouse-id.ts';

const publicMeasure = privacy('public', 'measure');

export const Warehouse = Resource(
  'Warehouse',
  { en: 'Warehouse', zh: '仓库' },
  {
    en: 'Premises where goods are kept, as the public may know them.',
    zh: '存放货物的场所，信息公开。',
  },
  {
    warehouseId: Ref(WarehouseId),
    kind: Ref(WarehouseKind, privacy('public', 'code')),
    address: Ref(PublicAddress),
    areaSquareMetres: Whole(
      1,
      10_000_000,
      { en: 'Floor area', zh: '面积' },
      { en: 'Floor area in square metres.', zh: '建筑面积，单位为平方米。' },
      { 'x-unit': 'm2', ...publicMeasure },
    ),
    dailyCapacityCount: Whole(
      0,
      100_000_000,
      { en: 'Packages a day', zh: '日处理能力' },
      { en: 'Packages that can leave in a day.', zh: '每日可出库的包裹数。' },
      publicMeasure,
    ),
    automation: ListOf(
      Line(
        60,
        { en: 'Equipment', zh: '设备' },
        { en: 'One kind of automatic equipment.', zh: '一类自动化设备。' },
        privacy('public', 'business-text'),
      ),
      0,
      20,
      words(
        { en: 'Automation', zh: '自动化设备' },
        {
          en: 'What works without hands; empty where nothing does.',
          zh: '自动化设备清单；没有则为空。',
        },
      ),
    ),
    inPark: Flag(
      { en: 'In a logistics park', zh: '位于物流园区' },
      { en: 'Whether it stands in a logistics park.', zh: '是否位于物流园区。' },
      privacy('public', 'flag'),
    ),
    gln: Optional(Ref(Gln)),
    ...storedMembers,
  },
);
export type Warehouse = Static<typeof Warehouse>;

const { inPark: _, ...withoutPark } = frontWarehouse;

export const warehouse = defineMessage({
  schema: Warehouse,
  requirements: [],
  examples: {
    valid: {
      'a forward warehouse in a park': frontWarehouse,
      'a cold store without equipment': {
        ...frontWarehouse,
        warehouseId: 'DLC-C02',
        kind: 'COLD',
        automation: [],
        inPark: false,
      },
    },
    invalid: {
      'the park is left open': { value: withoutPark, breaks: { pointer: '', rule: 'required' } },
      'an unknown kind': {
        value: { ...frontWarehouse, kind: 'CLOUD' },
        breaks: { pointer: '/kind', rule: 'enum' },
      },
      'no floor': {
        value: { ...frontWarehouse, areaSquareMetres: 0 },
        breaks: { pointer: '/areaSquareMetres', rule: 'minimum' },
      },
      'a wrong check digit': {
        value: { ...frontWarehouse, gln: '2102020000004' },
        breaks: { pointer: '/gln', rule: 'check-digit' },
      },
    },
  },
});
