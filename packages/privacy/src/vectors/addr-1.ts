import type { AddressCap, MaskableAddress } from '../masks/addr-1.ts';
import type { Vector } from './vector.ts';

const hangzhou = {
  provinceName: '浙江省',
  cityName: '杭州市',
  districtName: '西湖区',
  townName: '三墩镇',
};
const { townName: _, ...withoutTown } = hangzhou;

const W = {
  region: hangzhou,
  road: '萍水西街80号',
  building: '5幢',
  unitRoom: '2单元501室',
  structured: true,
};
const { building: _building, ...withoutBuilding } = W;
const D = {
  region: {
    provinceName: '辽宁省',
    cityName: '大连市',
    districtName: '甘井子区',
    townName: '凌水街道',
  },
  road: '凌工路2号',
  building: '创新大厦B座',
  unitRoom: '1203室',
  structured: true,
};

/** What is given to `addr-1`: an address and how much of it may be shown. */
export type AddressVectorInput = {
  readonly address: MaskableAddress & { readonly unitRoom?: string };
  readonly cap: AddressCap;
};

/** What the rendered text of a masked address is. */
export const addr1Vectors: readonly Vector<AddressVectorInput, string>[] = [
  [{ address: W, cap: 'NONE' }, '****'],
  [{ address: W, cap: 'PROVINCE' }, '浙江省****'],
  [{ address: W, cap: 'CITY' }, '浙江省杭州市****'],
  [{ address: W, cap: 'DISTRICT' }, '浙江省杭州市西湖区****'],
  [{ address: W, cap: 'TOWN' }, '浙江省杭州市西湖区三墩镇****'],
  [{ address: W, cap: 'BUILDING' }, '浙江省杭州市西湖区三墩镇萍水西街80号5幢****'],
  [{ address: withoutBuilding, cap: 'BUILDING' }, '浙江省杭州市西湖区三墩镇萍水西街80号****'],
  [
    { address: { region: hangzhou, structured: true }, cap: 'BUILDING' },
    '浙江省杭州市西湖区三墩镇****',
  ],
  [
    {
      address: { region: hangzhou, road: '萍水西街80号5幢2单元501', structured: false },
      cap: 'BUILDING',
    },
    '浙江省杭州市西湖区三墩镇****',
  ],
  [
    {
      address: { region: hangzhou, road: '萍水西街80号5幢2单元501', structured: true },
      cap: 'BUILDING',
    },
    '浙江省杭州市西湖区三墩镇****',
  ],
  [
    {
      address: { region: hangzhou, road: '萍水西街80号5幢2单元501', structured: true },
      cap: 'CITY',
    },
    '浙江省杭州市****',
  ],
  [{ address: { ...W, building: '5-2-502' }, cap: 'BUILDING' }, '浙江省杭州市西湖区三墩镇****'],
  [{ address: { ...W, structured: false }, cap: 'BUILDING' }, '浙江省杭州市西湖区三墩镇****'],
  [{ address: { ...W, region: withoutTown }, cap: 'TOWN' }, '浙江省杭州市西湖区****'],
  [
    {
      address: {
        region: {
          provinceName: '北京市',
          cityName: '北京市',
          districtName: '海淀区',
          townName: '中关村街道',
        },
        structured: true,
      },
      cap: 'TOWN',
    },
    '北京市海淀区中关村街道****',
  ],
  [
    {
      address: {
        region: { provinceName: '广东省', cityName: '东莞市', townName: '长安镇' },
        structured: true,
      },
      cap: 'TOWN',
    },
    '广东省东莞市长安镇****',
  ],
  [
    {
      address: {
        ...W,
        region: { ...hangzhou, provinceName: '浙江\u200B省', townName: ' 三墩镇 ' },
      },
      cap: 'TOWN',
    },
    '浙江省杭州市西湖区三墩镇****',
  ],
  [{ address: D, cap: 'TOWN' }, '辽宁省大连市甘井子区凌水街道****'],
  [{ address: D, cap: 'BUILDING' }, '辽宁省大连市甘井子区凌水街道凌工路2号创新大厦B座****'],
  [{ address: { ...W, road: '萍水**路' }, cap: 'BUILDING' }, '****'],
  [{ address: { ...W, road: '萍水**路' }, cap: 'TOWN' }, '浙江省杭州市西湖区三墩镇****'],
  [{ address: { region: {}, structured: true }, cap: 'NONE' }, '****'],
  [{ address: { region: {}, structured: true }, cap: 'TOWN' }, '****'],
  [{ address: { region: {}, structured: true }, cap: 'BUILDING' }, '****'],
];
