import type { OrderSubmission, Role } from '@openwaybill/schemas';
import { base64url } from '@openwaybill/validate';
import { inventedEntry } from '../consignees/invented-entry.ts';
import {
  findVaultEntry,
  maskedConsignee,
  putVaultEntry,
  type Registered,
  referenceFor,
} from '../consignees/vault.ts';
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
  'insurer',
  'regulator',
];

/** What a platform submits of an invented consignee: a box of tea. */
export const submissionOf = (
  entry: Registered,
  consigneeRef: string,
  now: string,
): OrderSubmission => ({
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
    const entry = registered ?? inventedEntry(orderNo, needed(input.consigneeSeed), now);
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
