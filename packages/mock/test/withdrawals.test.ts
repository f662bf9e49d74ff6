import { expect, test } from 'vitest';
import { COURIER, type Exchange, exchange, MERCHANT, PLATFORM } from './exchange.ts';

type Parcel = { readonly consigneeRef: string; readonly waybillNo: string };

const ship = async (parties: Exchange): Promise<Parcel> => {
  await parties.act('platform', 'CREATE_SUBSCRIPTION', {});
  const { result } = await parties.act('platform', 'SUBMIT_ORDER', {
    orderNo: 'SO-1',
    consigneeSeed: 'p',
  });
  const made = await parties.act('platform', 'CREATE_WAYBILL', { orderNo: 'SO-1' });
  return { consigneeRef: result.consigneeRef, waybillNo: made.result.waybillNo };
};

const scan = async (
  { toCourier, toPlatform, settled }: Exchange,
  waybillNo: string,
  ...codes: readonly string[]
): Promise<void> => {
  for (const eventCode of codes) {
    for (const call of [toCourier, toPlatform])
      await call('POST', '/v1/test-controls/clock/advance', { by: 'PT1H' });
    await toCourier('POST', '/v1/test-controls/scans', { carrierCode: 'ZZ', waybillNo, eventCode });
    await settled();
  }
};

const FIELDS: Readonly<Record<string, string>> = {
  FULFIL_DELIVER: 'ADDRESS',
  SERVICE_ADDRESS_CHANGE: 'ADDRESS',
  SERVICE_AFTER_SALES: 'PHONE',
  SERVICE_CLAIM: 'NAME',
  SERVICE_NAME_CHECK: 'NAME',
};

/** One grant for each purpose, by its purpose. */
const granted = async (
  parties: Exchange,
  parcel: Parcel,
  purposes: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map<string, string>();
  for (const purpose of purposes) {
    const { result } = await parties.act('courier', 'REQUEST_REVEAL', {
      ...parcel,
      purpose,
      fields: [FIELDS[purpose]],
    });
    expect([purpose, result.code]).toEqual([purpose, undefined]);
    ids.set(purpose, result.revealId);
  }
  return ids;
};

const statusesOf = async (
  { toPlatform }: Exchange,
  grants: ReadonlyMap<string, string>,
): Promise<Readonly<Record<string, string>>> => {
  const statuses: Record<string, string> = {};
  for (const [purpose, revealId] of grants)
    statuses[purpose] = (await toPlatform('GET', `/v1/consignee-reveals/${revealId}`)).body.status;
  return statuses;
};

const ON_ITS_WAY = ['FULFIL_DELIVER', 'SERVICE_ADDRESS_CHANGE', 'SERVICE_NAME_CHECK'];
const IN_TROUBLE = [...ON_ITS_WAY, 'SERVICE_AFTER_SALES', 'SERVICE_CLAIM'];

const REASONS: readonly {
  readonly given: string;
  readonly scans: readonly string[];
  readonly purposes: readonly string[];
  readonly happens: (parties: Exchange, parcel: Parcel) => Promise<unknown>;
  readonly want: Readonly<Record<string, unknown>>;
}[] = [
  {
    given: 'a complaint ends what the case does not need',
    scans: ['PICKED_UP', 'OUT_FOR_DELIVERY', 'DELIVERY_ATTEMPT_FAILED'],
    purposes: IN_TROUBLE,
    happens: ({ act }, { waybillNo }) => act('platform', 'OPEN_AFTER_SALES', { waybillNo }),
    want: {
      FULFIL_DELIVER: 'REVOKED',
      SERVICE_ADDRESS_CHANGE: 'REVOKED',
      SERVICE_NAME_CHECK: 'CONSUMED',
      SERVICE_AFTER_SALES: 'CONSUMED',
      SERVICE_CLAIM: 'PENDING_APPROVAL',
    },
  },
  {
    given: 'a cancelled order ends all of it',
    scans: [],
    purposes: ON_ITS_WAY,
    happens: ({ act }) =>
      act('platform', 'CANCEL_ORDER', { orderNo: 'SO-1', reason: 'BUYER_CANCELLED' }),
    // the events of order, waybill and parcel overtake each other: one revokes, the other leaves the stage
    want: {
      FULFIL_DELIVER: 'REVOKED',
      SERVICE_ADDRESS_CHANGE: expect.stringMatching(/^(REVOKED|EXPIRED)$/),
      SERVICE_NAME_CHECK: expect.stringMatching(/^(REVOKED|EXPIRED)$/),
    },
  },
  {
    given: 'a breach at the courier ends all that it has',
    scans: ['PICKED_UP'],
    purposes: ON_ITS_WAY,
    happens: ({ act }) => act('courier', 'REPORT_BREACH', {}),
    want: {
      FULFIL_DELIVER: 'REVOKED',
      SERVICE_ADDRESS_CHANGE: 'REVOKED',
      SERVICE_NAME_CHECK: 'REVOKED',
    },
  },
];

test.each(REASONS)('$given', async ({ scans, purposes, happens, want }) => {
  const parties = await exchange();
  const parcel = await ship(parties);
  await scan(parties, parcel.waybillNo, ...scans);
  const grants = await granted(parties, parcel, purposes);
  await happens(parties, parcel);
  await parties.settled();
  expect(await statusesOf(parties, grants)).toEqual(want);
  expect(parties.faults).toEqual([]);
});

test('a refund ends what the case still needed', async () => {
  const parties = await exchange();
  const { platform, act, toPlatform } = parties;
  const { store } = platform.system.options;
  const [row] = await store.list({ collection: 'agreement', owner: MERCHANT });
  if (row === undefined) throw new Error('the merchant has no agreement');
  const terms = { ...(row.body as object), returnTerms: { refundBasis: 'PICKUP' } };
  await store.apply([{ kind: 'put', row: { ...row, body: terms } }]);
  const parcel = await ship(parties);
  await scan(parties, parcel.waybillNo, 'PICKED_UP', 'OUT_FOR_DELIVERY', 'DELIVERED');
  await act('platform', 'OPEN_AFTER_SALES', { waybillNo: parcel.waybillNo });
  const grants = await granted(parties, parcel, ['SERVICE_AFTER_SALES']);
  const bound = await toPlatform('POST', '/v1/contact-bindings', {
    ...parcel,
    purpose: 'SERVICE_AFTER_SALES',
    model: 'AXB',
    ttl: 'P1D',
  });
  const { result } = await act('platform', 'AUTHORISE_RETURN', { waybillNo: parcel.waybillNo });
  await scan(parties, result.waybillNo, 'PICKED_UP');
  expect(await statusesOf(parties, grants)).toEqual({ SERVICE_AFTER_SALES: 'REVOKED' });
  const binding = `/v1/contact-bindings/${bound.body.bindingId}`;
  expect([bound.status, (await toPlatform('GET', binding)).status]).toEqual([201, 404]);
  expect(parties.faults).toEqual([]);
});

test('a breach is told to everybody who works with us, and of nobody', async () => {
  const parties = await exchange({
    platform: {
      counterparties: [
        { partyId: COURIER, role: 'courier', name: COURIER },
        { partyId: MERCHANT, role: 'merchant', name: MERCHANT },
        { partyId: 'REGULATOR1', role: 'regulator', name: '监管部门' },
        { partyId: 'PERSON1', role: 'consignee', name: '张三丰' },
      ],
    },
  });
  const run = await parties.act('platform', 'REPORT_BREACH', {});
  expect(run.state).toBe('SUCCEEDED');
  const { store } = parties.platform.system.options;
  const told = (await store.list({ collection: 'event' }))
    .map(({ owner, body }) => ({ owner, event: body as { readonly type: string; data: object } }))
    .filter(({ event }) => event.type === 'org.openwaybill.consignee.breach.reported');
  expect(told.map(({ owner }) => owner).sort()).toEqual([COURIER, MERCHANT, 'REGULATOR1'].sort());
  for (const { event } of told)
    expect(event.data).toMatchObject({ breachId: run.result.resourceId, affectedCount: 1 });
  const leaves = (await store.list({ collection: 'audit' })).map(
    ({ body }) => JSON.parse((body as { readonly leaf: string }).leaf) as object,
  );
  expect(leaves).toMatchObject([{ kind: 'BREACH', organisationId: PLATFORM }]);
});
