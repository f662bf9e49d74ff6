import { inventPerson } from '@openwaybill/privacy';
import type { OrderSubmission, Role } from '@openwaybill/schemas';
import { base64url } from '@openwaybill/validate';
import {
  findVaultEntry,
  maskedConsignee,
  putVaultEntry,
  type Registered,
  referenceFor,
} from '../consignees/vault.ts';
import { seededRandom } from '../engine/invent.ts';
import { recordRow } from '../store/resource.ts';
import { type Action, bodyOf, needed } from './action.ts';
import { callWithRetries } from './call-with-retries.ts';
import { chargedFor, packagingChosen } from './charged-for.ts';

/** Roles that hold references to a consignee of an order. */
const HOLDERS: readonly Role[] = [
  'courier',
  'merchant',
  'isv',
  'locker',
  'service-point',
  'warehouse',
  'hub',
  'customs-agent',
  'regulator',
];

/** The same text always draws the same person (FNV-1a as the seed of the stream). */
const personOf = (seed: string) => {
  let hash = 0x811c9dc5;
  for (const character of seed)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  const bytes = seededRandom(hash);
  return inventPerson(() => (bytes(1)[0] ?? 0) / 256);
};

const entryOf = (orderNo: string, seed: string, now: string): Registered => {
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

const submissionOf = (entry: Registered, consigneeRef: string, now: string): OrderSubmission => ({
  orderNo: entry.orderNo,
  channel: 'APP',
  orderedAt: now,
  shipper: {
    kind: 'ORGANISATION',
    party: { partyId: '91210200MA0000002Q', role: 'merchant', name: '海风百货（演示）' },
    pickupAddress: {
      region: { countryCode: 'CN', regionCode: '210211', regionCodeVersion: 'NBS-2023' },
      line: '演示路 12 号 3 号仓',
    },
  },
  consignee: maskedConsignee(entry, consigneeRef),
  packages: [
    {
      packageId: 'P1',
      items: [
        {
          lineNo: 1,
          categoryCode: 'FOOD',
          name: '茶叶礼盒',
          quantity: { value: 2, unit: 'C62' },
          weightGrams: 500,
        },
      ],
      weightGrams: 1200,
    },
  ],
  service: { product: 'STANDARD' },
  payMode: 'MONTHLY',
});

/** Puts an invented consignee into the vault and orders a parcel for it, with references of this order alone. */
export const submitOrder: Action = async ({ system, tenant, to, input }) => {
  const made = await system.transact(tenant, async (unit, now) => {
    const orderNo = input.orderNo ?? `MO-${base64url(system.random(9))}`;
    // whom a merchant has registered for the order, it is for
    const registered = await findVaultEntry(unit, orderNo);
    const entry = registered ?? entryOf(orderNo, needed(input.consigneeSeed), now);
    if (registered === undefined) await putVaultEntry(system, unit, tenant, now, entry);
    const consigneeRef = await referenceFor(system, unit, now, tenant, orderNo);
    const references = [];
    for (const { partyId, role } of system.options.counterparties)
      if (partyId !== tenant && HOLDERS.includes(role))
        references.push({
          partyId,
          role,
          consigneeRef: await referenceFor(system, unit, now, partyId, orderNo),
        });
    const submission: OrderSubmission = {
      ...submissionOf(entry, consigneeRef, now),
      ...packagingChosen(input.packClass, now),
      ...chargedFor(input.packClass, input.freeShippingBearer),
    };
    unit.put(recordRow('own-order', `${tenant}/${orderNo}`, tenant, now, submission));
    return { submission, references };
  });
  bodyOf(
    await callWithRetries(system, to, {
      method: 'POST',
      path: '/v1/orders',
      body: made.submission,
    }),
  );
  const { orderNo, consignee } = made.submission;
  return { orderNo, consigneeRef: consignee.consigneeRef, references: made.references };
};
