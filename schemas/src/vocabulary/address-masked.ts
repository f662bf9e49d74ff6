import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineMessage,
  Line,
  Optional,
  privacy,
  Ref,
  StringEnum,
  words,
} from '../define/index.ts';
import { RegionCode } from './region-code.ts';
import { RegionCodeVersion } from './region-code-version.ts';

const division = privacy('pseudonymous', 'addr.division', { mask: 'addr-1', subject: 'consignee' });

/** A level is shown whole or not at all, so no mask character stands in it. */
const level = (maxLength: number) =>
  `[^*\u2217\u2731\u066d\ufe61\uff0a\u25cf\u25cb\u25ef\u2b24\u2588\u2587\u25a0\u25a1\u00d7\u2715\u2716]{1,${maxLength}}`;

/** Levels down to a cap, and a tail that is always there, so that more detail does not show by its absence. */
export const AddressMasked = Closed(
  'AddressMasked',
  { en: 'Masked address', zh: '脱敏地址' },
  {
    en: 'Levels of an address down to a cap, and a fixed tail. No unit, no code of the door, no point.',
    zh: '截至上限的地址层级与固定尾部；不含单元室号、地址编码与坐标。',
  },
  {
    provinceName: Optional(
      Line(
        30,
        { en: 'Province', zh: '省级' },
        { en: 'Name of the province, region or municipality.', zh: '省、自治区、直辖市名称。' },
        { pattern: level(30), ...division },
      ),
    ),
    cityName: Optional(
      Line(
        30,
        { en: 'City', zh: '市级' },
        { en: 'Name of the city or prefecture.', zh: '市、州名称。' },
        { pattern: level(30), ...division },
      ),
    ),
    districtName: Optional(
      Line(
        30,
        { en: 'District', zh: '县级' },
        { en: 'Name of the district or county.', zh: '区、县名称。' },
        { pattern: level(30), ...division },
      ),
    ),
    townName: Optional(
      Line(
        30,
        { en: 'Town', zh: '乡级' },
        { en: 'Name of the township or street.', zh: '乡镇、街道名称。' },
        { pattern: level(30), ...division },
      ),
    ),
    road: Optional(
      Line(
        100,
        { en: 'Road', zh: '道路' },
        {
          en: 'Road and number, where the cap is the building.',
          zh: '道路与门牌，仅当上限为楼宇时。',
        },
        {
          pattern: level(100),
          ...privacy('pseudonymous', 'addr.road', { mask: 'addr-1', subject: 'consignee' }),
        },
      ),
    ),
    building: Optional(
      Line(
        60,
        { en: 'Building', zh: '楼宇' },
        {
          en: 'Estate and building, where the cap is the building.',
          zh: '小区与楼栋，仅当上限为楼宇时。',
        },
        {
          pattern: level(60),
          ...privacy('pseudonymous', 'addr.building', { mask: 'addr-1', subject: 'consignee' }),
        },
      ),
    ),
    regionCode: Optional(
      Ref(RegionCode, {
        ...words(
          { en: 'Region code', zh: '行政区划代码' },
          { en: 'Six digits; those below the cap are zeros.', zh: '六位数字；上限以下各位为零。' },
        ),
        ...division,
      }),
    ),
    regionCodeVersion: Optional(Ref(RegionCodeVersion)),
    tail: StringEnum(['****'], {
      ...words({ en: 'Tail', zh: '尾部' }, { en: 'Always four stars.', zh: '恒为四个星号。' }),
      ...division,
    }),
  },
);
export type AddressMasked = Static<typeof AddressMasked>;

export const addressMaskedMessage = defineMessage({
  schema: AddressMasked,
  requirements: [],
  examples: {
    valid: {
      'to the town': {
        provinceName: '辽宁省',
        cityName: '大连市',
        districtName: '中山区',
        townName: '海军广场街道',
        regionCode: '210202',
        regionCodeVersion: 'NBS-2023',
        tail: '****',
      },
      'to the city': {
        provinceName: '辽宁省',
        cityName: '大连市',
        regionCode: '210200',
        regionCodeVersion: 'NBS-2023',
        tail: '****',
      },
      nothing: { tail: '****' },
    },
    invalid: {
      'no tail': { value: { provinceName: '辽宁省' }, breaks: { pointer: '', rule: 'required' } },
      'a star in a level': {
        value: { cityName: '大*市', tail: '****' },
        breaks: { pointer: '/cityName', rule: 'pattern' },
      },
    },
  },
});
