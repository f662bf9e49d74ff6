import { inventPerson } from '@openwaybill/privacy';
import { seededRandom, seedOf } from '../engine/invent.ts';
import type { Registered } from './vault.ts';

/** The same text always draws the same person. */
const personOf = (seed: string) => {
  const bytes = seededRandom(seedOf(seed));
  return inventPerson(() => (bytes(1)[0] ?? 0) / 256);
};

/** What the vault holds of an invented consignee of an order. */
export const inventedEntry = (orderNo: string, seed: string, now: string): Registered => {
  const { name, mobile, road, building, unitRoom } = personOf(seed);
  return {
    orderNo,
    contact: { name, mobile },
    address: {
      region: {
        countryCode: 'CN',
        regionCode: '210202',
        regionCodeVersion: 'NBS-2023',
        provinceName: '辽宁省',
        cityName: '大连市',
        districtName: '中山区',
      },
      road,
      building,
      unitRoom,
      structured: true,
    },
    basis: 'CONTRACT',
    registeredBy: '',
    registeredAt: now,
  };
};
