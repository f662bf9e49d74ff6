import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineMessage,
  Line,
  ListOf,
  Part,
  privacy,
  Ref,
  Resource,
  words,
} from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { PieceCount } from './piece-count.ts';
import { Sku } from './sku.ts';
import { WarehouseId } from './warehouse-id.ts';

/** Goods go to where orders are expected. */
export const FrontTransferRequest = Closed(
  'FrontTransferRequest',
  { en: 'Request of a transfer to forward stock', zh: '前置调拨请求' },
  {
    en: 'Asks to move goods to another warehouse before orders come.',
    zh: '请求在订单到来前将货物调至另一仓库。',
  },
  {
    fromWarehouseId: Ref(
      WarehouseId,
      words({ en: 'From', zh: '调出仓' }, { en: 'Warehouse that gives.', zh: '调出货物的仓库。' }),
    ),
    toWarehouseId: Ref(
      WarehouseId,
      words({ en: 'To', zh: '调入仓' }, { en: 'Warehouse that takes.', zh: '调入货物的仓库。' }),
    ),
    lines: ListOf(
      Part(
        {
          sku: Ref(Sku),
          quantityCount: Ref(
            PieceCount,
            words({ en: 'Pieces', zh: '件数' }, { en: 'Pieces to move.', zh: '须调拨的件数。' }),
          ),
        },
        words(
          { en: 'Line', zh: '行' },
          { en: 'One item, and how many of it.', zh: '一种商品及其件数。' },
        ),
      ),
      1,
      1000,
      words({ en: 'Lines', zh: '明细' }, { en: 'What to move.', zh: '调拨明细。' }),
    ),
    neededByAt: Ref(
      Instant,
      words(
        { en: 'Needed by', zh: '需求时间' },
        { en: 'When the goods must be there.', zh: '货物须到位的时刻。' },
      ),
    ),
    forecastBasis: Line(
      100,
      { en: 'Basis of the forecast', zh: '预测依据' },
      { en: 'Why orders are expected there.', zh: '预期当地有订单的依据。' },
      privacy('business', 'business-text'),
    ),
  },
);
export type FrontTransferRequest = Static<typeof FrontTransferRequest>;

export const FrontTransfer = Resource(
  'FrontTransfer',
  { en: 'Transfer to forward stock', zh: '前置调拨单' },
  {
    en: 'A transfer that was taken on; its progress shows in the ledgers of both warehouses.',
    zh: '已受理的调拨；进展见两仓流水。',
  },
  {
    transferId: Ref(
      Uuid,
      words(
        { en: 'Transfer id', zh: '调拨单标识' },
        { en: 'Names the transfer.', zh: '标识该调拨单。' },
      ),
    ),
    ...FrontTransferRequest.properties,
    ...storedMembers,
  },
);
export type FrontTransfer = Static<typeof FrontTransfer>;

const asked: FrontTransferRequest = {
  fromWarehouseId: 'SHE-C01',
  toWarehouseId: 'DLC-F01',
  lines: [{ sku: 'TEA-01', quantityCount: 500 }],
  neededByAt: '2026-11-20T08:00:00+08:00',
  forecastBasis: '近四周同城订单均值',
};
const taken: FrontTransfer = {
  transferId: '0193a5c0-7d4e-7a11-8c00-000000000f01',
  ...asked,
  revision: 1,
  createdAt: '2026-11-12T09:00:00+08:00',
  updatedAt: '2026-11-12T09:00:00+08:00',
};
const { neededByAt: _, ...withoutInstant } = asked;
const { transferId: __, ...withoutId } = taken;

export const frontTransferRequest = defineMessage({
  schema: FrontTransferRequest,
  requirements: [],
  examples: {
    valid: { 'tea for Dalian': asked },
    invalid: {
      'no instant': { value: withoutInstant, breaks: { pointer: '', rule: 'required' } },
      'nothing to move': {
        value: { ...asked, lines: [] },
        breaks: { pointer: '/lines', rule: 'minItems' },
      },
      'from a warehouse to itself': {
        value: { ...asked, toWarehouseId: 'SHE-C01' },
        breaks: { pointer: '/toWarehouseId', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'an item twice': {
        value: { ...asked, lines: [...asked.lines, ...asked.lines] },
        breaks: { pointer: '/lines/1/sku', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'a line of no pieces': {
        value: { ...asked, lines: [{ sku: 'TEA-01', quantityCount: 0 }] },
        breaks: { pointer: '/lines/0/quantityCount', rule: 'DSC-023', requirement: 'DSC-023' },
      },
    },
  },
});

export const frontTransfer = defineMessage({
  schema: FrontTransfer,
  requirements: [],
  examples: {
    valid: { 'tea for Dalian': taken },
    invalid: {
      'no id': { value: withoutId, breaks: { pointer: '', rule: 'required' } },
      'a revision of zero': {
        value: { ...taken, revision: 0 },
        breaks: { pointer: '/revision', rule: 'minimum' },
      },
    },
  },
});
