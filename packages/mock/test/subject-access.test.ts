import { expect, test } from 'vitest';
import { COURIER, exchange, MERCHANT, PLATFORM } from './exchange.ts';
import { REGISTERED, ship } from './shipped-parcel.ts';

const PERSON = 'PERSON1';
const HELD = { ...REGISTERED, deliveryNote: '门口虚构犇箱' };

const shipped = async () => {
  const parties = await exchange({
    platform: {
      counterparties: [
        { partyId: COURIER, role: 'courier', name: COURIER, baseUrl: 'https://courier.test' },
        { partyId: MERCHANT, role: 'merchant', name: MERCHANT },
        { partyId: PERSON, role: 'consignee', name: HELD.contact.name },
        { partyId: 'PERSON2', role: 'consignee', name: '张三丰' },
      ],
    },
  });
  const { parcel } = await ship(parties, HELD);
  const read = (as: string) =>
    parties.toPlatform('GET', `/v1/consignees/${parcel.consigneeRef}/subject-access`, undefined, {
      as,
    });
  return { ...parties, parcel, read };
};

test('a person is handed what is held by whom, and who saw what and why', async () => {
  const { toPlatform, parcel, read, faults } = await shipped();
  const asked = {
    ...parcel,
    purpose: 'SERVICE_NAME_CHECK',
    actor: { actorId: 'emp_9f3k2m', kind: 'SYSTEM' },
    authentication: 'MFA',
  };
  const granted = await toPlatform('POST', '/v1/consignee-reveals', { ...asked, fields: ['NAME'] });
  await toPlatform('POST', '/v1/consignee-reveals', { ...asked, fields: ['PHONE'] });
  const bound = await toPlatform('POST', '/v1/contact-bindings', {
    ...parcel,
    purpose: 'FULFIL_CONTACT',
    model: 'AXB',
    ttl: 'P1D',
  });
  const consentId = '019a3b10-5c00-7a10-8b20-0c3d4e5f6081';
  await toPlatform('POST', '/v1/consents', {
    ...parcel,
    consentId,
    scope: 'ONE_PARCEL',
    preference: 'LOCKER',
    grantedAt: '2026-11-10T18:20:00+08:00',
    channel: 'APP',
  });

  const { status, body, headers } = await read(PERSON);
  expect([status, headers.get('Cache-Control')]).toEqual([200, 'no-store']);
  const { orderNo, contact, address, deliveryNote, basis } = HELD;
  expect(body).toMatchObject({
    controller: { partyId: PLATFORM, role: 'platform' },
    ...{ orderNo, contact, address, deliveryNote, basis },
    consents: [{ consentId, preference: 'LOCKER' }],
  });
  const courier = body.holders.find(
    ({ organisation }: { readonly organisation: { readonly partyId: string } }) =>
      organisation.partyId === COURIER,
  );
  expect(courier).toMatchObject({
    organisation: { role: 'courier' },
    view: 'MASKED',
    grants: [{ revealId: granted.body.revealId, purpose: 'SERVICE_NAME_CHECK', fields: ['NAME'] }],
    contacts: [{ bindingId: bound.body.bindingId, purpose: 'FULFIL_CONTACT', model: 'AXB' }],
  });
  expect(JSON.stringify(courier)).not.toContain(bound.body.number);
  expect(body.entries.map(({ entry }: { readonly entry: object }) => entry)).toMatchObject([
    { outcome: 'GRANTED', fields: ['NAME'], actorId: 'emp_9f3k2m' },
    { outcome: 'DENIED', fields: ['PHONE'], gate: 'PURPOSE' },
    { outcome: 'GRANTED', purpose: 'FULFIL_CONTACT' },
  ]);
  expect(faults).toEqual([]);
});

test.each([
  [COURIER, 403, 'ROLE_NOT_PERMITTED'],
  [MERCHANT, 403, 'ROLE_NOT_PERMITTED'],
  ['PERSON2', 404, 'NOT_FOUND'],
])('%s is handed nothing of another', async (as, status, code) => {
  const { read } = await shipped();
  const refused = await read(as);
  expect([refused.status, refused.body.code]).toEqual([status, code]);
});

test('an erased person is handed nothing', async () => {
  const { read, toPlatform, parcel } = await shipped();
  const path = `/v1/consignees/${parcel.consigneeRef}`;
  await toPlatform('DELETE', path, undefined, { as: PERSON });
  expect((await read(PERSON)).status).toBe(404);
});

test('what an authority asked stands in the document when its hold is over', async () => {
  const { read, act, toPlatform, parcel, platform } = await shipped();
  await platform.system.transact(COURIER, async (unit, now) => {
    const { record } = await import('../src/audit/log.ts');
    await record(platform.system, unit, now, {
      kind: 'REVEAL_DENIED',
      by: { partyId: COURIER, role: 'courier', name: COURIER, clientId: COURIER, keys: [] },
      purpose: 'COMPLIANCE_INSPECTION',
      problem: 'PURPOSE_FIELD_MISMATCH',
      gate: 'PURPOSE',
      consigneeRef: parcel.consigneeRef,
    });
  });
  const entryCount = async () => (await read(PERSON)).body.entries.length;
  expect(await entryCount()).toBe(1);
  const hold = { waybillNo: parcel.waybillNo, legalBasisRef: '调取文书（示例）' };
  await act('platform', 'SET_LEGAL_HOLD', { ...hold, untilOn: '2026-11-20' });
  expect(await entryCount()).toBe(0);
  await toPlatform('POST', '/v1/test-controls/clock/advance', { by: 'P10D' });
  expect(await entryCount()).toBe(1);
});
