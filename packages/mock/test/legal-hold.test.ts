import { expect, test } from 'vitest';
import { putHold } from '../src/erasures/legal-hold.ts';
import { COURIER, type Exchange, exchange, MERCHANT } from './exchange.ts';
import { type Parcel, REGISTERED, ship } from './shipped-parcel.ts';

const REGULATOR = 'REGULATOR1';
const PERSON = 'PERSON1';
const BASIS = '调取文书（示例）';
const UNTIL = '2026-12-31';

const shipped = async (): Promise<
  Exchange & { readonly parcel: Parcel; readonly references: ReadonlyMap<string, string> }
> => {
  const parties = await exchange({
    platform: {
      counterparties: [
        { partyId: COURIER, role: 'courier', name: COURIER, baseUrl: 'https://courier.test' },
        { partyId: MERCHANT, role: 'merchant', name: MERCHANT },
        { partyId: REGULATOR, role: 'regulator', name: '监管部门' },
        { partyId: PERSON, role: 'consignee', name: REGISTERED.contact.name },
      ],
    },
  });
  return { ...parties, ...(await ship(parties, REGISTERED)) };
};

const hold = (
  { act }: Exchange,
  at: 'courier' | 'platform',
  { waybillNo }: Parcel,
  untilOn = UNTIL,
) => act(at, 'SET_LEGAL_HOLD', { waybillNo, legalBasisRef: BASIS, untilOn });

const retained = (...fields: readonly string[]) =>
  fields.map((field) => ({ field, legalBasis: BASIS, untilOn: UNTIL }));

const kindsOf = async ({ platform }: Exchange): Promise<readonly string[]> =>
  (await platform.system.options.store.list({ collection: 'audit' })).map(
    ({ body }) => JSON.parse((body as { readonly leaf: string }).leaf).kind,
  );

const keyCount = async ({ platform }: Exchange): Promise<number> =>
  (await platform.system.options.store.list({ collection: 'data-key' })).length;

const advance = async ({ toCourier, toPlatform, settled }: Exchange, by: string): Promise<void> => {
  for (const call of [toCourier, toPlatform]) {
    await call('POST', '/v1/test-controls/clock/advance', { by });
    await settled();
  }
};

const asked = (parcel: Pick<Parcel, 'waybillNo'>, consigneeRef: string | undefined) => ({
  consigneeRef,
  waybillNo: parcel.waybillNo,
  purpose: 'COMPLIANCE_AUTHORITY',
  fields: ['NAME'],
  actor: { actorId: 'officer_1', kind: 'SYSTEM' },
  authentication: 'MFA',
  justification: '依法调取，案件编号见文书。',
  legalBasisRef: BASIS,
});

test('a person who is held is erased for everybody but the authority', async () => {
  const parties = await shipped();
  const { parcel, references, toPlatform } = parties;
  expect(await hold(parties, 'platform', parcel)).toMatchObject({ state: 'SUCCEEDED' });
  const path = `/v1/consignees/${parcel.consigneeRef}`;
  const erased = await toPlatform('DELETE', path, undefined, { as: PERSON });
  expect(erased).toMatchObject({
    status: 202,
    body: { state: 'COMPLETED', retained: retained('NAME', 'PHONE', 'ADDRESS') },
  });
  await parties.settled();

  for (const as of [COURIER, MERCHANT, PERSON]) {
    const consigneeRef = references.get(as) ?? parcel.consigneeRef;
    const read = await toPlatform('GET', `/v1/consignees/${consigneeRef}`, undefined, { as });
    expect([as, read.status]).toEqual([as, as === PERSON ? 403 : 404]);
    const log = `/v1/reveal-audit-entries?consigneeRef=${consigneeRef}`;
    expect((await toPlatform('GET', log, undefined, { as })).status).toBe(404);
  }
  const lookup = {
    kind: 'PHONE',
    value: REGISTERED.contact.mobile,
    purpose: 'SERVICE_AFTER_SALES',
  };
  const found = await toPlatform('POST', '/v1/consignee-lookups', lookup, { as: MERCHANT });
  expect(found.body.orderNos).toEqual([]);
  const again = await toPlatform('DELETE', path, undefined, { as: PERSON });
  expect(again.status).toBe(404);

  const request = asked(parcel, references.get(REGULATOR));
  const authority = await toPlatform('POST', '/v1/consignee-reveals', request, { as: REGULATOR });
  expect([authority.status, authority.body.status]).toEqual([202, 'PENDING_APPROVAL']);
  expect(await keyCount(parties)).toBe(1);
  expect(parties.faults).toEqual([]);
});

test('what was to be erased under a hold is erased when it ends', async () => {
  const parties = await shipped();
  const { parcel, references, toPlatform } = parties;
  await hold(parties, 'platform', parcel);
  const path = `/v1/consignees/${parcel.consigneeRef}`;
  await toPlatform('DELETE', path, undefined, { as: PERSON });
  await advance(parties, 'P50DT23H');
  expect([await keyCount(parties), await kindsOf(parties)]).toEqual([1, ['HOLD_SET']]);
  await advance(parties, 'PT1H');
  expect([await keyCount(parties), await kindsOf(parties)]).toEqual([
    0,
    ['HOLD_SET', 'HOLD_ENDED', 'ERASED'],
  ]);
  const request = asked(parcel, references.get(REGULATOR));
  const authority = await toPlatform('POST', '/v1/consignee-reveals', request, { as: REGULATOR });
  expect(authority.status).toBe(404);
  expect(parties.faults).toEqual([]);
});

test('a registration anew leaves the record that is held', async () => {
  const parties = await shipped();
  const { parcel, toPlatform } = parties;
  await hold(parties, 'platform', parcel);
  const other = { ...REGISTERED, contact: { name: '张三丰', mobile: '+8619900004854' } };
  await toPlatform('POST', '/v1/consignees', other, { as: MERCHANT });
  expect(await keyCount(parties)).toBe(2);
  await advance(parties, 'P52D');
  expect(await keyCount(parties)).toBe(1);
});

test('plaintext whose time is over is kept until its hold ends', async () => {
  const parties = await shipped();
  const { parcel, toCourier } = parties;
  for (const eventCode of ['PICKED_UP', 'OUT_FOR_DELIVERY', 'DELIVERED']) {
    const body = { carrierCode: 'ZZ', waybillNo: parcel.waybillNo, eventCode };
    await toCourier('POST', '/v1/test-controls/scans', body);
    await parties.settled();
  }
  await hold(parties, 'platform', parcel);
  await advance(parties, 'P50D');
  expect(await keyCount(parties)).toBe(1);
  await advance(parties, 'P1D');
  expect(await keyCount(parties)).toBe(0);
});

test('a hold of a party whose clock lags behind is looked at once a day', async () => {
  const parties = await shipped();
  const { parcel, toCourier, toPlatform, platform } = parties;
  for (const eventCode of ['PICKED_UP', 'OUT_FOR_DELIVERY', 'DELIVERED']) {
    const body = { carrierCode: 'ZZ', waybillNo: parcel.waybillNo, eventCode };
    await toCourier('POST', '/v1/test-controls/scans', body);
    await parties.settled();
  }
  const other = { ...parcel, orderNo: 'SO-1', legalBasis: BASIS, untilOn: '2026-11-12' };
  await platform.system.transact(MERCHANT, async (unit, now) =>
    putHold(unit, now, MERCHANT, other),
  );
  const { body } = await toPlatform('POST', '/v1/test-controls/clock/advance', { by: 'P40D' });
  expect(body.firedCount).toBeLessThan(20);
  expect(await keyCount(parties)).toBe(1);
});

test('a day that is over ends a hold at once', async () => {
  const parties = await shipped();
  await hold(parties, 'platform', parties.parcel);
  await hold(parties, 'platform', parties.parcel, '2026-11-10');
  await advance(parties, 'PT1M');
  expect(await kindsOf(parties)).toEqual(['HOLD_SET', 'HOLD_SET', 'HOLD_ENDED']);
  expect(await keyCount(parties)).toBe(1);
});

test('what an authority asked is told to the person when its hold is over', async () => {
  const parties = await shipped();
  const { parcel, references, toPlatform } = parties;
  await toPlatform(
    'POST',
    '/v1/consignee-reveals',
    {
      ...asked(parcel, references.get(REGULATOR)),
      purpose: 'COMPLIANCE_INSPECTION',
      fields: ['PHONE'],
      legalBasisRef: undefined,
    },
    { as: REGULATOR },
  );
  const purposes = async (as: string) =>
    (
      await toPlatform(
        'GET',
        `/v1/reveal-audit-entries?consigneeRef=${parcel.consigneeRef}`,
        undefined,
        { as },
      )
    ).body.items.map((entry: { readonly purpose?: string }) => entry.purpose);
  expect(await purposes(PERSON)).toEqual(['COMPLIANCE_INSPECTION']);
  await hold(parties, 'platform', parcel);
  expect(await purposes(PERSON)).toEqual([]);
  expect(await purposes(REGULATOR)).toEqual(['COMPLIANCE_INSPECTION']);
  await advance(parties, 'P51D');
  await toPlatform('POST', '/v1/test-controls/clock/advance', { by: 'PT1M' });
  expect(await purposes(PERSON)).toEqual(['COMPLIANCE_INSPECTION']);
  expect(parties.faults).toEqual([]);
});

test('a courier shows nobody what it holds, and says that it keeps it', async () => {
  const parties = await shipped();
  const { parcel, toCourier, courier } = parties;
  expect((await hold(parties, 'courier', parcel)).state).toBe('SUCCEEDED');
  await toCourier('POST', '/v1/orders/SO-1/cancel', { reason: 'BUYER_CANCELLED' });
  const done = await toCourier('POST', '/v1/erasure-requests', {
    consigneeRefs: [parcel.consigneeRef],
    basis: 'CONSIGNEE_REQUEST',
    deadlineAt: '2026-12-01T00:00:00+08:00',
  });
  expect(done.body).toMatchObject({
    state: 'COMPLETED',
    retained: retained('NAME', 'PHONE', 'ADDRESS'),
  });
  for (const path of ['/v1/orders/SO-1', `/v1/waybills/${parcel.waybillNo}`])
    expect((await toCourier('GET', path)).status).toBe(404);
  const aside = () => courier.system.options.store.list({ collection: 'held-aside' });
  expect(JSON.stringify(await aside())).toContain(parcel.consigneeRef);
  await advance(parties, 'P51D');
  expect(await aside()).toEqual([]);
  expect(parties.faults).toEqual([]);
});

test('a parcel of nobody is not held', async () => {
  const parties = await shipped();
  for (const at of ['courier', 'platform'] as const)
    expect(await hold(parties, at, { ...parties.parcel, waybillNo: 'ZZ9999999999' })).toEqual({
      state: 'FAILED',
      result: { code: 'NOT_FOUND' },
    });
});
