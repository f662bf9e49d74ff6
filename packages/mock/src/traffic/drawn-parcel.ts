import { addr1, inventPerson, maskContact, mintConsigneeRef } from '@openwaybill/privacy';
import type { Order, Waybill } from '@openwaybill/schemas';
import { routingOf } from '../waybills/routing.ts';
import { magicNumber } from '../waybills/waybill-number.ts';
import type { Network } from '../world/network.ts';
import type { Course } from './course.ts';
import type { District } from './division.ts';
import { type Draw, drawOf } from './draw.ts';
import { instantText } from './instant-text.ts';

/** Somebody who sends: an invented merchant with a warehouse. */
export type Merchant = {
  readonly partyId: string;
  readonly name: string;
  readonly regionCode: string;
  readonly line: string;
};

/** Something that is sent, and what one of it may weigh. */
export type Goods = {
  readonly categoryCode: Order['packages'][number]['items'][number]['categoryCode'];
  readonly name: string;
  readonly leastGrams: number;
  readonly mostGrams: number;
};

/** What the parcels of a traffic are drawn from. */
export type Stock = {
  readonly seed: number;
  readonly carrierCode: Waybill['carrierCode'];
  readonly districts: readonly [District, ...District[]];
  readonly merchants: readonly [
    Merchant & { readonly district: District },
    ...(Merchant & { readonly district: District })[],
  ];
  readonly goods: readonly [Goods, ...Goods[]];
  /** How many parcels in all live each scenario. */
  readonly shares: readonly { readonly id: string; readonly share: number }[];
  /** By which hubs parcels go; absent: each district has one of its own. */
  readonly network?: Network;
  /** How a parcel of a scenario goes between two districts, and by how many hubs. */
  readonly courseOf: (
    id: string,
    from: District,
    to: District,
  ) => { readonly course: Course; readonly hubCount: number };
};

/** Where a parcel goes and how: enough to say where each of its scans is made. */
export type Way = {
  readonly course: Course;
  readonly hubCount: number;
  readonly waybillNo: string;
  readonly merchant: Stock['merchants'][0];
  readonly district: District;
  /** What its journey alone is drawn from. */
  readonly draw: Draw;
};

const WAY = 1;
const PERSON = 2;
const JOURNEY = 3;
const TEN_SECONDS = 10_000;
const PRODUCTS = ['STANDARD', 'STANDARD', 'STANDARD', 'ECONOMY', 'EXPRESS'] as const;
const CHANNELS = ['APP', 'APP', 'WEB', 'LIVE'] as const;

const scenarioFor = (shares: Stock['shares'], draw: Draw): string => {
  const [usual] = shares;
  if (usual === undefined) throw new Error('a traffic needs a scenario');
  let left = draw.below(shares.reduce((sum, { share }) => sum + share, 0));
  return (
    shares.find(({ share }) => {
      left -= share;
      return left < 0;
    }) ?? usual
  ).id;
};

/** The way of the n-th parcel: the same for the same seed, whatever was drawn before. */
export const wayOf = (stock: Stock, parcel: number): Way => {
  const draw = drawOf(stock.seed, WAY, parcel);
  const id = scenarioFor(stock.shares, draw);
  const merchant = draw.oneOf(stock.merchants);
  const district = draw.oneOf(stock.districts);
  return {
    ...stock.courseOf(id, merchant.district, district),
    waybillNo: magicNumber(id, parcel + 1),
    merchant,
    district,
    draw: drawOf(stock.seed, JOURNEY, parcel),
  };
};

/** Order and waybill of the n-th parcel, as its courier keeps them when the label has been made. */
export const drawnParcel = (
  stock: Stock,
  parcel: number,
  at: number,
): { readonly order: Order; readonly waybill: Waybill } => {
  const { waybillNo, merchant, district } = wayOf(stock, parcel);
  const draw = drawOf(stock.seed, PERSON, parcel);
  const person = inventPerson(() => draw.below(0x1_0000_0000) / 0x1_0000_0000);
  const goods = draw.oneOf(stock.goods);
  const count = 1 + draw.below(3);
  const grams = goods.leastGrams + draw.below(goods.mostGrams - goods.leastGrams + 1);
  const serial = String(parcel + 1).padStart(9, '0');
  const orderNo = `SO-${serial}`;
  const created = instantText(at);
  const order: Order = {
    orderNo,
    channel: draw.oneOf(CHANNELS),
    orderedAt: instantText(at - TEN_SECONDS),
    shipper: {
      kind: 'ORGANISATION',
      party: { partyId: merchant.partyId, role: 'merchant', name: merchant.name },
      pickupAddress: { region: { countryCode: 'CN', ...merchant.district }, line: merchant.line },
    },
    consignee: {
      consigneeRef: mintConsigneeRef(draw.bytes),
      contactMasked: maskContact(person),
      addressMasked: addr1({ region: district, structured: true }, 'DISTRICT'),
      addressQuality: 'PARSED',
    },
    packages: [
      {
        packageId: 'P1',
        items: [
          {
            lineNo: 1,
            categoryCode: goods.categoryCode,
            name: goods.name,
            quantity: { value: count, unit: 'C62' },
            weightGrams: grams,
          },
        ],
        weightGrams: count * grams,
      },
    ],
    service: { product: draw.oneOf(PRODUCTS) },
    payMode: 'MONTHLY',
    carrierOrderNo: `CO-${serial}`,
    status: 'ALLOCATED',
    decision: 'ACCEPTED',
    waybills: [{ packageId: 'P1', attempt: 1, waybillNo }],
    revision: 3,
    createdAt: created,
    updatedAt: created,
  };
  return {
    order,
    waybill: {
      waybillNo,
      carrierCode: stock.carrierCode,
      allocatedOn: created.slice(0, 10),
      orderNo,
      packageId: 'P1',
      attempt: 1,
      status: 'LABELLED',
      routing: routingOf(order, stock.network),
      printCount: 0,
      weightGrams: count * grams,
      revision: 2,
      createdAt: created,
      updatedAt: created,
    },
  };
};
