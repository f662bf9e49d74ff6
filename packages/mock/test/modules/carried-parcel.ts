import { expect } from 'vitest';
import { createOneParty, type OneParty } from './one-party.ts';

const PLATFORM = { partyId: 'SHOPONE', role: 'platform', name: '示例电商' } as const;
const OTHER = { partyId: 'SHOPTWO', role: 'platform', name: '另一电商' } as const;

/** The merchant of the order, which sells through the first platform. */
export const MERCHANT = {
  partyId: '91210200MA0000002Q',
  role: 'merchant',
  name: '海风百货',
} as const;

/** The reference of the consumer in the delivery. */
export const DELIVERY_REF = 'cr1_AAECAwQFBgcICQoLDA0ODw4';

/** Where it ships from. */
export const STORE = {
  kind: 'ORGANISATION',
  party: { partyId: MERCHANT.partyId, role: 'merchant', name: '海风百货（演示）' },
  pickupAddress: {
    region: { countryCode: 'CN', regionCode: '210211', regionCodeVersion: 'NBS-2023' },
    line: '演示路 12 号 3 号仓',
  },
};

/** The consumer, masked. */
export const CONSUMER = {
  contactMasked: { nameMasked: '张**', phoneMasked: '*******8000' },
  addressMasked: {
    provinceName: '辽宁省',
    cityName: '大连市',
    districtName: '中山区',
    tail: '****',
    regionCode: '210202',
    regionCodeVersion: 'NBS-2023',
  },
};

export type Courier = OneParty & {
  readonly waybillNo: string;
  readonly scan: (waybillNo: string, ...codes: readonly string[]) => Promise<void>;
  readonly advance: (by: string) => Promise<void>;
};

/** A courier that has a parcel of two boxes of tea and one cup, and has scanned it so. */
export const carriedParcel = async (...codes: readonly string[]): Promise<Courier> => {
  const party = await createOneParty('courier', PLATFORM, [OTHER, MERCHANT]);
  const { call } = party;
  const ordered = await call('POST', '/v1/orders', {
    orderNo: 'SO-1',
    channel: 'APP',
    orderedAt: '2026-11-11T00:00:00+08:00',
    shipper: STORE,
    consignee: { consigneeRef: DELIVERY_REF, ...CONSUMER },
    packages: [
      {
        packageId: 'P1',
        items: [
          { lineNo: 1, categoryCode: 'FOOD', quantity: { value: 2, unit: 'C62' } },
          { lineNo: 2, categoryCode: 'BOOKS', quantity: { value: 1, unit: 'C62' } },
        ],
        weightGrams: 1200,
      },
    ],
    service: { product: 'STANDARD' },
    payMode: 'MONTHLY',
  });
  expect(ordered.status).toBe(201);
  const made = await call('POST', '/v1/waybills', {
    orderNo: 'SO-1',
    packageId: 'P1',
    allocationMode: 'ON_CREATE',
    carrierAccountId: 'ACC-0001',
    labelFormat: 'SVG_100X180',
  });
  expect(made.status).toBe(201);
  const scan = async (waybillNo: string, ...wanted: readonly string[]): Promise<void> => {
    for (const eventCode of wanted) {
      const body = { carrierCode: 'ZZ', waybillNo, eventCode };
      expect((await call('POST', '/v1/test-controls/scans', body)).status).toBe(201);
      await call('POST', '/v1/test-controls/clock/advance', { by: 'PT1M' });
    }
  };
  const { waybillNo } = made.body as { readonly waybillNo: string };
  await scan(waybillNo, ...codes);
  return {
    ...party,
    waybillNo,
    scan,
    advance: async (by) => {
      const body = { by };
      expect((await call('POST', '/v1/test-controls/clock/advance', body)).status).toBe(200);
    },
  };
};
