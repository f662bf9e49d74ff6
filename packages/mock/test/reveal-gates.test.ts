import { residentId } from '@openwaybill/validate';
import { compactDecrypt, importJWK } from 'jose';
import { expect, test } from 'vitest';
import { sealingPairOf } from '../src/index.ts';
import { COURIER, type Exchange, exchange, MERCHANT, nextKey } from './exchange.ts';
import { REGISTERED, ship } from './shipped-parcel.ts';

const PERSON = '张三丰';
const AGENT = 'CUSTOMS1';
const REGULATOR = 'REGULATOR1';

const PARTIES = [
  { partyId: COURIER, role: 'courier', name: COURIER, baseUrl: 'https://courier.test' },
  { partyId: MERCHANT, role: 'merchant', name: MERCHANT },
  { partyId: 'PERSON1', role: 'consignee', name: PERSON },
  { partyId: AGENT, role: 'customs-agent', name: AGENT },
  { partyId: REGULATOR, role: 'regulator', name: REGULATOR },
] as const;

const REVEALS = '/v1/consignee-reveals';

/** A parcel of a person whom a merchant registered, and what each party calls the person. */
const shipped = async (
  basis: 'CONTRACT' | 'CONSENT' = 'CONTRACT',
  more: { readonly isUnfiled?: true } = {},
) => {
  const parties = await exchange({
    platform: {
      counterparties: PARTIES.map((one) => (one.partyId === COURIER ? { ...one, ...more } : one)),
    },
  });
  const { parcel, references } = await ship(parties, {
    ...REGISTERED,
    contact: { ...REGISTERED.contact, name: PERSON },
    basis,
  });
  const of = (partyId: string) => ({
    consigneeRef: partyId === COURIER ? parcel.consigneeRef : references.get(partyId),
    waybillNo: parcel.waybillNo,
  });
  return { parties, of };
};

const ask = (of: object, more: Readonly<Record<string, unknown>> = {}) => ({
  ...of,
  purpose: 'SERVICE_NAME_CHECK',
  fields: ['NAME'],
  actor: { actorId: 'emp_9f3k2m', kind: 'SYSTEM' },
  authentication: 'MFA',
  ...more,
});

const decide = async ({ toPlatform, settled }: Exchange, as: string, revealId: string) => {
  const body = { action: 'DECIDE_REVEAL', input: { revealId, approve: true } };
  const started = await toPlatform('POST', '/v1/test-controls/actions', body, { as });
  await settled();
  const path = `/v1/test-controls/actions/${started.body.actionId}`;
  return (await toPlatform('GET', path, undefined, { as })).body.result;
};

test('an objection of the person stands against the next request', async () => {
  const { parties, of } = await shipped();
  const granted = await parties.toPlatform('POST', REVEALS, ask(of(COURIER)));
  expect(granted.status).toBe(201);
  const revoked = await parties.toPlatform(
    'POST',
    `${REVEALS}/${granted.body.revealId}/revoke`,
    undefined,
    { as: 'PERSON1' },
  );
  expect(revoked.body.status).toBe('REVOKED');
  const again = await parties.toPlatform('POST', REVEALS, ask(of(COURIER)));
  expect([again.status, again.body.code]).toEqual([403, 'CONSENT_MISSING']);
  expect(parties.faults).toEqual([]);
});

test('an order of an authority is approved by two persons', async () => {
  const { parties, of } = await shipped();
  const request = ask(of(REGULATOR), {
    purpose: 'COMPLIANCE_AUTHORITY',
    fields: ['NAME', 'PHONE'],
    justification: '依据文书核对收件人信息。',
    legalBasisRef: '测试调取文书',
  });
  const as = { as: REGULATOR };
  const { status, body } = await parties.toPlatform('POST', REVEALS, request, as);
  expect([status, body.status]).toEqual([202, 'PENDING_APPROVAL']);
  expect(await decide(parties, REGULATOR, body.revealId)).toEqual({ status: 'PENDING_APPROVAL' });
  expect(await decide(parties, REGULATOR, body.revealId)).toEqual({ status: 'GRANTED' });
  const read = await parties.toPlatform('POST', `${REVEALS}/${body.revealId}/read`, undefined, as);
  expect(read.body.fields).toMatchObject({ phone: REGISTERED.contact.mobile, phoneKind: 'REAL' });
  expect(parties.faults).toEqual([]);
});

test.each([
  { given: 'no consent', basis: 'CONTRACT', want: [403, 'CONSENT_MISSING'] },
  { given: 'the consent of the person', basis: 'CONSENT', want: [202, undefined] },
] as const)('a declaration with $given is judged by it', async ({ basis, want }) => {
  const { parties, of } = await shipped(basis);
  const { publicJwk, privateJwk } = await sealingPairOf(1, AGENT);
  const request = ask(of(AGENT), {
    purpose: 'CUSTOMS_DECLARATION',
    fields: ['ID_NUMBER'],
    justification: '向海关申报所需的订购人信息。',
    sealToKeyId: publicJwk.kid,
  });
  const as = { as: AGENT };
  const asked = await parties.toPlatform('POST', REVEALS, request, as);
  expect([asked.status, asked.body.code]).toEqual(want);
  if (basis === 'CONSENT') {
    const { revealId } = asked.body;
    expect(await decide(parties, AGENT, revealId)).toEqual({ status: 'GRANTED' });
    const read = await parties.toPlatform('POST', `${REVEALS}/${revealId}/read`, undefined, as);
    const { plaintext } = await compactDecrypt(
      read.body.sealedFields,
      await importJWK({ ...privateJwk }),
      { crit: { aud: true, waybillNo: true, purpose: true, revealId: true, exp: true } },
    );
    const { idNumber, ...others } = JSON.parse(new TextDecoder().decode(plaintext));
    expect([residentId.isValid(idNumber), others]).toEqual([true, {}]);
  }
  expect(parties.faults).toEqual([]);
});

test('a repeated batch shows again what is still granted, and no more', async () => {
  const { parties, of } = await shipped();
  const key = nextKey();
  const send = () =>
    parties.toPlatform(
      'POST',
      `${REVEALS}/batch`,
      { items: [ask(of(COURIER)), ask(of(COURIER), { fields: ['ADDRESS'] })] },
      { key },
    );
  const first = await send();
  const names = (answer: Awaited<ReturnType<typeof send>>) =>
    answer.body.results.map(
      (one: { resource?: { fields?: { name?: string } } }) => one.resource?.fields?.name,
    );
  expect(names(first)).toEqual([PERSON, undefined]);
  expect(names(await send())).toEqual([PERSON, undefined]);
  const { revealId } = first.body.results[0].resource;
  await parties.toPlatform('POST', `${REVEALS}/${revealId}/revoke`);
  expect(names(await send())).toEqual([undefined, undefined]);
  expect(parties.faults).toEqual([]);
});

test('a number is not joined with one that is not filed', async () => {
  const { parties, of } = await shipped('CONTRACT', { isUnfiled: true });
  const bind = (model: string) =>
    parties.toPlatform('POST', '/v1/contact-bindings', {
      ...of(COURIER),
      purpose: 'FULFIL_CONTACT',
      model,
      ttl: 'PT1H',
    });
  const refused = await bind('AXB');
  expect([refused.status, refused.body.code]).toEqual([422, 'NUMBER_NOT_FILED']);
  const { status, body } = await bind('CLICK_TO_CALL');
  expect([status, body.number, typeof body.callUrl]).toEqual([201, undefined, 'string']);
  expect(parties.faults).toEqual([]);
});
