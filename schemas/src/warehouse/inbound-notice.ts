import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineMessage,
  Line,
  ListOf,
  Optional,
  Part,
  privacy,
  Ref,
  words,
} from '../define/index.ts';
import { CivilDate } from '../vocabulary/civil-date.ts';
import { Gtin } from '../vocabulary/gtin.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Sscc } from '../vocabulary/sscc.ts';
import { teaNotice } from './_examples.ts';
import { AsnNo } from './asn-no.ts';
import { lineNo } from './line-no.ts';
import { PieceCount } from './piece-count.ts';
import { Sku } from './sku.ts';
import { WarehouseId } from './warehouse-id.ts';

export const InboundNotice = Closed(
  'InboundNotice',
  { en: 'Inbound notice', zh: '入库预报' },
  { en: 'What is on its way into a warehouse, and when.', zh: '即将入库的货物及其预计到达时间。' },
  {
    asnNo: Ref(AsnNo),
    warehouseId: Ref(WarehouseId),
    lines: ListOf(
      Part(
        {
          lineNo,
          sku: Ref(Sku),
          gtin: Optional(Ref(Gtin)),
          expectedCount: Ref(
            PieceCount,
            words(
              { en: 'Expected', zh: '预期件数' },
              { en: 'Pieces that are on their way.', zh: '在途件数。' },
            ),
          ),
          lotNo: Optional(
            Line(
              40,
              { en: 'Lot', zh: '批次号' },
              { en: 'Lot of the goods.', zh: '货物批次。' },
              privacy('business', 'none'),
            ),
          ),
          expiresOn: Optional(
            Ref(
              CivilDate,
              words(
                { en: 'Expires on', zh: '到期日' },
                { en: 'Last day on which the lot is good.', zh: '该批次有效期的最后一日。' },
              ),
            ),
          ),
        },
        words(
          { en: 'Line', zh: '行' },
          { en: 'One item, and how many of it.', zh: '一种商品及其件数。' },
        ),
      ),
      1,
      1000,
      words(
        { en: 'Lines', zh: '明细' },
        { en: 'What is coming; line numbers are unique.', zh: '入库明细；行号不得重复。' },
      ),
    ),
    ssccs: ListOf(
      Ref(Sscc),
      0,
      1000,
      words(
        { en: 'Logistic units', zh: '物流单元' },
        {
          en: 'Pallets and cartons that it comes in; empty where none has a number.',
          zh: '托盘与箱的编号；没有则为空。',
        },
      ),
    ),
    expectedAt: Ref(
      Instant,
      words(
        { en: 'Expected at', zh: '预计到达时间' },
        { en: 'When the goods will arrive.', zh: '货物预计到达的时刻。' },
      ),
    ),
  },
);
export type InboundNotice = Static<typeof InboundNotice>;

const [tea] = teaNotice.lines;

export const inboundNotice = defineMessage({
  schema: InboundNotice,
  requirements: [],
  examples: {
    valid: {
      'two items on a pallet': teaNotice,
      'loose goods': { ...teaNotice, ssccs: [] },
    },
    invalid: {
      'nothing is coming': {
        value: { ...teaNotice, lines: [] },
        breaks: { pointer: '/lines', rule: 'minItems' },
      },
      'half a tin': {
        value: { ...teaNotice, lines: [{ ...tea, expectedCount: 0.5 }] },
        breaks: { pointer: '/lines/0/expectedCount', rule: 'type' },
      },
      'a wrong check digit of a pallet': {
        value: { ...teaNotice, ssccs: ['106141412345678909'] },
        breaks: { pointer: '/ssccs/0', rule: 'check-digit' },
      },
      'a wrong check digit of an item': {
        value: { ...teaNotice, lines: [{ ...tea, gtin: '6901234567893' }] },
        breaks: { pointer: '/lines/0/gtin', rule: 'check-digit' },
      },
      'a line number twice': {
        value: { ...teaNotice, lines: [tea, tea] },
        breaks: { pointer: '/lines/1/lineNo', rule: 'DSC-023', requirement: 'DSC-023' },
      },
    },
  },
});
