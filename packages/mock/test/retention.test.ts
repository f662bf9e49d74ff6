import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codesOf, RetentionClass } from '@openwaybill/schemas';
import { afterAll, describe, expect, test } from 'vitest';
import { memoryStore, type Store } from '../src/index.ts';
import { openFileStore } from '../src/node.ts';
import { createTestMock } from '../src/testing.ts';
import { type Caller, callerOf, type Exchange, exchange, MERCHANT, nextKey } from './exchange.ts';
import { REGISTERED, ship } from './shipped-parcel.ts';

const folder = mkdtempSync(join(tmpdir(), 'openwaybill-retention-'));
afterAll(() => rmSync(folder, { recursive: true }));
let fileCount = 0;

type Open = () => Promise<Store>;

const STORES: readonly { readonly name: string; readonly open: Open }[] = [
  { name: 'memory', open: async () => memoryStore() },
  {
    name: 'SQLite',
    open: async () => {
      fileCount += 1;
      return openFileStore(join(folder, `${fileCount}.db`));
    },
  },
];

/** Something that is kept from now on: whether it is still there, and the clock by which it is kept. */
type Kept = {
  readonly isThere: () => Promise<boolean>;
  readonly advance: (by: string) => Promise<void>;
};

type Shipped = Exchange & {
  readonly stores: Readonly<Record<'courier' | 'platform', Store>>;
  readonly parcel: { readonly consigneeRef: string; readonly waybillNo: string };
};

const CLOCK = '/v1/test-controls/clock/advance';

const advanceBoth =
  ({ toCourier, toPlatform, settled }: Exchange) =>
  async (by: string): Promise<void> => {
    for (const call of [toCourier, toPlatform]) {
      expect((await call('POST', CLOCK, { by })).status).toBe(200);
      await settled();
    }
  };

const shipped = async (open: Open): Promise<Shipped> => {
  const stores = { courier: await open(), platform: await open() };
  const parties = await exchange({
    courier: { store: stores.courier },
    platform: { store: stores.platform },
  });
  const { parcel } = await ship(parties, REGISTERED);
  return { ...parties, stores, parcel };
};

const scan = async (
  { toCourier, settled }: Exchange,
  waybillNo: string,
  ...codes: readonly string[]
): Promise<void> => {
  for (const eventCode of codes) {
    const body = { carrierCode: 'ZZ', waybillNo, eventCode };
    expect((await toCourier('POST', '/v1/test-controls/scans', body)).status).toBe(201);
    await settled();
  }
};

const TO_THE_DOOR = ['PICKED_UP', 'OUT_FOR_DELIVERY', 'DELIVERED'];

const delivered = async (open: Open): Promise<Shipped> => {
  const parties = await shipped(open);
  for (const code of TO_THE_DOOR) {
    await scan(parties, parties.parcel.waybillNo, code);
    // each scan at an instant of its own; the delivery is the last, and counted from
    if (code !== 'DELIVERED') await advanceBoth(parties)('PT1M');
  }
  return parties;
};

const reveal = ({ toPlatform, parcel }: Shipped) =>
  toPlatform('POST', '/v1/consignee-reveals', {
    ...parcel,
    purpose: 'SERVICE_NAME_CHECK',
    fields: ['NAME'],
    actor: { actorId: 'emp_9f3k2m', kind: 'SYSTEM' },
    authentication: 'MFA',
  });

const isRead = async (call: Caller, path: string, sent?: Parameters<Caller>[3]): Promise<boolean> =>
  (await call('GET', path, undefined, sent)).status === 200;

const rowsOf = (store: Store, collection: string) => store.list({ collection });

/** Every collection in which a platform keeps anything of a reveal. */
const OF_REVEALS = ['idempotency', 'reveal', 'audit', 'event', 'delivery', 'timer'];

const WAREHOUSE = 'https://warehouse.test';

/** A warehouse that has cancelled an order for a person. */
const cancelledOutbound = async (open: Open): Promise<Kept> => {
  const store = await open();
  const mock = await createTestMock({
    role: 'warehouse',
    partyId: 'WAREHOUSE1',
    store,
    counterparties: [{ partyId: 'SHOPONE', role: 'platform', name: '示例电商' }],
  });
  const faults: string[] = [];
  const call = callerOf(mock, WAREHOUSE, 'SHOPONE', faults);
  await call('POST', '/v1/inbound-notices', {
    asnNo: 'ASN-1',
    warehouseId: 'DLC-F01',
    lines: [{ lineNo: 1, sku: 'TEA', expectedCount: 10 }],
    ssccs: [],
    expectedAt: '2026-11-12T08:00:00+08:00',
  });
  await call('POST', '/v1/test-controls/actions', {
    action: 'CAUSE_FACT',
    input: { collection: 'inbound-notices', resourceId: 'ASN-1', fact: 'GOODS_RECEIVED' },
  });
  await mock.settled();
  await call('POST', '/v1/outbound-orders', {
    outboundNo: 'OB-1',
    warehouseId: 'DLC-F01',
    orderNo: 'SO-1',
    packages: [
      {
        packageId: 'P1',
        items: [
          { lineNo: 1, categoryCode: 'FOOD', sku: 'TEA', quantity: { value: 1, unit: 'C62' } },
        ],
      },
    ],
    consignee: {
      consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4',
      contactMasked: { nameMasked: '张**', phoneMasked: '*******8000' },
      addressMasked: { provinceName: '辽宁省', cityName: '大连市', tail: '****' },
    },
    shipByAt: '2026-11-12T18:00:00+08:00',
  });
  const path = '/v1/outbound-orders/OB-1';
  const cancelled = await call('POST', `${path}/cancel`, { reason: 'BUYER_CANCELLED' });
  expect([cancelled.status, faults]).toEqual([200, []]);
  const masked = async () =>
    JSON.stringify([
      await rowsOf(store, 'outbound-ordered'),
      await rowsOf(store, 'idempotency'),
    ]).includes('张**');
  return {
    isThere: async () => {
      const found = [await isRead(call, path), await masked()];
      expect(found[0]).toBe(found[1]);
      return found[0] === true;
    },
    advance: async (by) => {
      await call('POST', CLOCK, { by });
      await mock.settled();
    },
  };
};

/** One row of the table: what is stored, for how long it is there, and how much later it is gone. */
type Row = {
  readonly retention: keyof typeof CODES;
  readonly given: string;
  readonly begin: (open: Open) => Promise<Kept>;
} & (
  | { readonly want: 'never kept' | 'kept' }
  | { readonly keptFor: string; readonly goneAfter: string }
);

const CODES = codesOf(RetentionClass);

const AFTER_CLOSED_30 = { keptFor: 'P36DT23H59M', goneAfter: 'PT1M' };
const AFTER_CLOSED_180 = { keptFor: 'P186DT23H59M', goneAfter: 'PT1M' };
const THREE_YEARS = { keptFor: 'P1095DT23H59M', goneAfter: 'PT1M' };

const TABLE: readonly Row[] = [
  {
    retention: 'TRANSIENT',
    given: 'the fields of a reveal, in clear or sealed',
    want: 'never kept',
    begin: async (open) => {
      const parties = await shipped(open);
      expect((await reveal(parties)).body.fields).toEqual({ name: REGISTERED.contact.name });
      const sealed = await parties.act('courier', 'REQUEST_REVEAL', {
        ...parties.parcel,
        purpose: 'FULFIL_DELIVER',
        fields: ['ADDRESS'],
      });
      expect(sealed.result.code).toBeUndefined();
      return {
        isThere: async () => {
          const { platform, courier } = parties.stores;
          const kept = JSON.stringify([
            ...(await Promise.all(OF_REVEALS.map((name) => rowsOf(platform, name)))),
            ...(await Promise.all(OF_REVEALS.map((name) => rowsOf(courier, name)))),
          ]);
          return [REGISTERED.contact.name, REGISTERED.address.road, 'eyJhbGciOiJFQ0RI'].some(
            (one) => kept.includes(one),
          );
        },
        advance: advanceBoth(parties),
      };
    },
  },
  {
    retention: 'TRANSIENT',
    given: 'the secret of a subscription that was deleted',
    want: 'never kept',
    begin: async (open) => {
      const parties = await shipped(open);
      const subscriptionId = nextKey();
      const made = await parties.toCourier('POST', '/v1/event-subscriptions', {
        subscriptionId,
        callbackUrl: 'https://platform.test/v1/event-inbox',
        eventTypes: ['org.openwaybill.order.status.changed'],
        signing: 'V1A_AND_V1',
      });
      const { secret } = made.body;
      const keepsIt = async () =>
        JSON.stringify([
          await rowsOf(parties.stores.courier, 'subscription'),
          await rowsOf(parties.stores.courier, 'idempotency'),
        ]).includes(secret);
      expect([typeof secret, await keepsIt()]).toEqual(['string', true]);
      await parties.settled();
      await parties.toCourier('DELETE', `/v1/event-subscriptions/${subscriptionId}`);
      return { isThere: keepsIt, advance: advanceBoth(parties) };
    },
  },
  {
    retention: 'DAY',
    given: 'the outcome of a reveal, for a repeated key',
    keptFor: 'PT23H59M',
    goneAfter: 'PT1M',
    begin: async (open) => {
      const parties = await shipped(open);
      const { body } = await reveal(parties);
      return {
        isThere: async () =>
          JSON.stringify(await rowsOf(parties.stores.platform, 'idempotency')).includes(
            body.revealId,
          ),
        advance: advanceBoth(parties),
      };
    },
  },
  {
    retention: 'DAY',
    given: 'the key for combining orders',
    want: 'never kept',
    begin: async (open) => {
      const parties = await shipped(open);
      const other = { ...REGISTERED, orderNo: 'SO-2' };
      const { body } = await parties.toPlatform('POST', '/v1/consignees', other, { as: MERCHANT });
      expect(body.mergeKey).toMatch(/^mk1_/);
      return {
        isThere: async () =>
          JSON.stringify([
            await rowsOf(parties.stores.platform, 'idempotency'),
            await rowsOf(parties.stores.platform, 'vault'),
            await rowsOf(parties.stores.platform, 'reference'),
          ]).includes(body.mergeKey),
        advance: advanceBoth(parties),
      };
    },
  },
  {
    retention: 'DELIVERY',
    given: 'plaintext in the vault, with grants and references',
    ...AFTER_CLOSED_30,
    begin: async (open) => {
      const parties = await delivered(open);
      const look = () =>
        parties.toPlatform(
          'POST',
          '/v1/consignee-lookups',
          { kind: 'PHONE', value: REGISTERED.contact.mobile, purpose: 'SERVICE_AFTER_SALES' },
          { as: MERCHANT },
        );
      return {
        isThere: async () => {
          const { platform } = parties.stores;
          const rows = await Promise.all(
            ['vault', 'data-key', 'reference'].map((name) => rowsOf(platform, name)),
          );
          const counts = rows.map(({ length }) => Math.min(1, length));
          const { orderNos } = (await look()).body;
          expect(counts).toEqual([orderNos.length, orderNos.length, orderNos.length]);
          return orderNos.length > 0;
        },
        advance: advanceBoth(parties),
      };
    },
  },
  {
    retention: 'DELIVERY',
    given: 'photographs of a delivery',
    want: 'never kept',
    begin: async (open) => {
      const parties = await delivered(open);
      const { waybillNo } = parties.parcel;
      const path = `/v1/parcels/ZZ/${waybillNo}/proof-of-delivery`;
      const proof = await parties.toCourier('GET', path);
      expect([proof.status, proof.body.method]).toEqual([200, 'CONSIGNEE_SIGNED']);
      return {
        isThere: async () => proof.body.attachments !== undefined,
        advance: advanceBoth(parties),
      };
    },
  },
  {
    retention: 'CLAIM',
    given: 'the masked order, its parcel and its trail at a courier',
    ...AFTER_CLOSED_180,
    begin: async (open) => {
      const parties = await delivered(open);
      const { waybillNo } = parties.parcel;
      return {
        isThere: async () => {
          const found = await Promise.all(
            [
              '/v1/orders/SO-1',
              `/v1/waybills/${waybillNo}`,
              `/v1/parcels/ZZ/${waybillNo}/events`,
            ].map((path) => isRead(parties.toCourier, path)),
          );
          expect(new Set(found).size).toBe(1);
          return found[0] === true;
        },
        advance: advanceBoth(parties),
      };
    },
  },
  {
    retention: 'CLAIM',
    given: 'a masked return at a courier',
    ...AFTER_CLOSED_180,
    begin: async (open) => {
      const parties = await delivered(open);
      const { result } = await parties.act('platform', 'AUTHORISE_RETURN', {
        waybillNo: parties.parcel.waybillNo,
      });
      await scan(parties, result.waybillNo, ...TO_THE_DOOR);
      return {
        isThere: () => isRead(parties.toCourier, `/v1/returns/${result.resourceId}`),
        advance: advanceBoth(parties),
      };
    },
  },
  {
    retention: 'CLAIM',
    given: 'the masked order of a warehouse',
    keptFor: 'P179DT23H59M',
    goneAfter: 'PT1M',
    begin: cancelledOutbound,
  },
  {
    retention: 'CLAIM',
    given: 'the trail that a platform was told',
    ...AFTER_CLOSED_180,
    begin: async (open) => {
      const parties = await delivered(open);
      return {
        isThere: async () => {
          const { platform } = parties.stores;
          const rows = await Promise.all(
            ['observed-event', 'bound-waybill'].map((name) => rowsOf(platform, name)),
          );
          expect(new Set(rows.map(({ length }) => length > 0)).size).toBe(1);
          return rows[0]?.length !== 0;
        },
        advance: advanceBoth(parties),
      };
    },
  },
  {
    retention: 'CLAIM',
    given: 'events that were sent',
    keptFor: 'P30D',
    goneAfter: 'PT1S',
    begin: async (open) => {
      const parties = await shipped(open);
      const tracked = async () =>
        (await rowsOf(parties.stores.courier, 'event')).some(({ body }) =>
          JSON.stringify(body).includes(parties.parcel.waybillNo),
        );
      return { isThere: tracked, advance: advanceBoth(parties) };
    },
  },
  {
    retention: 'RECORD',
    given: 'an agreement that ended, with the assessment of its impact',
    ...THREE_YEARS,
    begin: async (open) => {
      const parties = await shipped(open);
      const { result } = await parties.act('platform', 'PROPOSE_AGREEMENT', {});
      const path = `/v1/agreements/${result.agreementId}`;
      const ended = await parties.toCourier('POST', `${path}/terminate`, {
        reason: '不再合作',
        effectiveOn: '2026-12-20',
      });
      expect(ended.body).toMatchObject({ status: 'DECLINED', impactAssessment: {} });
      return { isThere: () => isRead(parties.toCourier, path), advance: advanceBoth(parties) };
    },
  },
  {
    retention: 'RECORD',
    given: 'the text of an entry of the log',
    ...THREE_YEARS,
    begin: async (open) => {
      const parties = await shipped(open);
      await reveal(parties);
      const entries = '/v1/reveal-audit-entries';
      return {
        isThere: async () => {
          const leaves = JSON.stringify(await rowsOf(parties.stores.platform, 'audit'));
          const { items } = (await parties.toPlatform('GET', entries)).body;
          // the end of the grant is an entry of its own, and younger
          const isGranted = items.some(
            ({ outcome }: { readonly outcome: string }) => outcome === 'GRANTED',
          );
          expect(isGranted).toBe(leaves.includes('REVEAL_GRANTED'));
          const proof = '/v1/audit-proofs/inclusion?leafIndex=0&treeSize=1';
          expect(await isRead(parties.toPlatform, proof)).toBe(true);
          return isGranted;
        },
        advance: advanceBoth(parties),
      };
    },
  },
  {
    retention: 'CONTRACT',
    given: 'an agreement that has no end',
    want: 'kept',
    begin: async (open) => {
      const parties = await shipped(open);
      const [first] = (await parties.toCourier('GET', '/v1/agreements')).body.items;
      const path = `/v1/agreements/${first.agreementId}`;
      return { isThere: () => isRead(parties.toCourier, path), advance: advanceBoth(parties) };
    },
  },
];

describe.each(STORES)('in $name', ({ open }) => {
  test.each(TABLE)('$retention: $given', async (row) => {
    const { isThere, advance } = await row.begin(open);
    if ('want' in row) {
      expect(await isThere()).toBe(row.want === 'kept');
      if (row.want === 'kept') await advance('P4000D');
      expect(await isThere()).toBe(row.want === 'kept');
      return;
    }
    await advance(row.keptFor);
    expect(await isThere()).toBe(true);
    await advance(row.goneAfter);
    expect(await isThere()).toBe(false);
  });
});

test('every retention class of the standard has a row', () => {
  expect([...new Set(TABLE.map(({ retention }) => retention))].sort()).toEqual(
    Object.keys(CODES).sort(),
  );
});
