import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Flag, Line, Optional, privacy, Ref } from '../define/index.ts';
import { GeoPoint } from './geo-point.ts';
import { Postcode } from './postcode.ts';
import { Region } from './region.ts';

const subject = { subject: 'consignee' } as const;

/** Plaintext: it enters a platform by registration and leaves it by a reveal only. */
export const Address = Closed(
  'Address',
  { en: 'Address', zh: '地址' },
  {
    en: 'Address of a person in plaintext, cut into levels.',
    zh: '自然人的明文地址，按层级拆分。',
  },
  {
    region: Ref(Region),
    road: Line(
      100,
      { en: 'Road', zh: '道路' },
      {
        en: 'Road and number; the whole text where it could not be cut.',
        zh: '道路与门牌；无法拆分时为全文。',
      },
      privacy('personal', 'addr.road', subject),
    ),
    building: Optional(
      Line(
        60,
        { en: 'Building', zh: '楼宇' },
        { en: 'Estate and building.', zh: '小区与楼栋。' },
        privacy('personal', 'addr.building', subject),
      ),
    ),
    unitRoom: Optional(
      Line(
        60,
        { en: 'Unit and room', zh: '单元室' },
        { en: 'Staircase, floor and door.', zh: '单元、楼层与室号。' },
        privacy('personal', 'addr.unit', subject),
      ),
    ),
    postcode: Optional(Ref(Postcode)),
    poiName: Optional(
      Line(
        60,
        { en: 'Point of interest', zh: '地标' },
        { en: 'Landmark that helps to find the door.', zh: '便于寻址的地标。' },
        privacy('personal', 'addr.building', subject),
      ),
    ),
    deliveryAddressCode: Optional(
      Line(
        64,
        { en: 'Delivery address code', zh: '寄递地址编码' },
        {
          en: 'Code of the door, as identifying as the room number (unconfirmed).',
          zh: '门址编码，识别性等同室号（未核实）。',
        },
        { 'x-source': 'GB/T 41832', ...privacy('personal', 'addr.code', subject) },
      ),
    ),
    geo: Optional(Ref(GeoPoint, privacy('personal', 'geo.point', subject))),
    structured: Flag(
      { en: 'Structured', zh: '已结构化' },
      {
        en: 'Whether the levels were cut apart. If not, nothing below the town is ever shown masked.',
        zh: '是否已按层级拆分；否则脱敏时不展示乡级以下内容。',
      },
    ),
  },
);
export type Address = Static<typeof Address>;

export const addressMessage = defineMessage({
  schema: Address,
  requirements: [],
  examples: {
    valid: {
      'cut into levels': {
        region: {
          countryCode: 'CN',
          regionCode: '210202',
          regionCodeVersion: 'NBS-2023',
          provinceName: '辽宁省',
          cityName: '大连市',
          districtName: '中山区',
        },
        road: '虚构路 12 号',
        building: '样例小区 3 号楼',
        unitRoom: '2 单元 501',
        structured: true,
      },
      'free text only': {
        region: { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' },
        road: '虚构路 12 号样例小区',
        structured: false,
      },
    },
    invalid: {
      'no word on its structure': {
        value: {
          region: { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' },
          road: '虚构路 12 号',
        },
        breaks: { pointer: '', rule: 'required' },
      },
      'a masked road': {
        value: {
          region: { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' },
          road: '虚构路 ****',
          structured: true,
        },
        breaks: { pointer: '/road', rule: 'masked-input' },
      },
    },
  },
});
