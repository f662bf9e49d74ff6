import { createHash } from 'node:crypto';
import { compactDecrypt, exportJWK, generateKeyPair } from 'jose';
import { expect, test } from 'vitest';
import { signingKeyOf } from '../src/index.ts';
import { COURIER, type Exchange, exchange, MERCHANT, nextKey } from './exchange.ts';
import { type Parcel, ship } from './shipped-parcel.ts';

const scan = async ({ toCourier, settled }: Exchange, waybillNo: string, eventCode: string) => {
  await toCourier('POST', '/v1/test-controls/clock/advance', { by: 'PT1H' });
  await toCourier('POST', '/v1/test-controls/scans', { carrierCode: 'ZZ', waybillNo, eventCode });
  await settled();
};

const ask = (parcel: Parcel, more: Readonly<Record<string, unknown>> = {}) => ({
  ...parcel,
  purpose: 'SERVICE_NAME_CHECK',
  fields: ['NAME'],
  actor: { actorId: 'emp_9f3k2m', kind: 'SYSTEM' },
  authentication: 'MFA',
  ...more,
});

test('a granted field is shown once, and never stored', async () => {
  const parties = await exchange();
  const { parcel } = await ship(parties);
  const key = nextKey();
  const granted = await parties.toPlatform('POST', '/v1/consignee-reveals', ask(parcel), { key });
  expect(granted.status).toBe(201);
  expect(granted.headers.get('Cache-Control')).toBe('no-store');
  expect(granted.body).toMatchObject({ status: 'CONSUMED', remainingUseCount: 0 });
  const { name } = granted.body.fields;
  expect(name).toMatch(/^\p{Script=Han}{2,5}$/u);

  const again = await parties.toPlatform('POST', '/v1/consignee-reveals', ask(parcel), { key });
  expect(again.headers.get('Idempotency-Replayed')).toBe('true');
  expect(again.body.fields).toEqual({ name });
  await parties.toPlatform('POST', '/v1/test-controls/clock/advance', { by: 'PT2M' });
  const late = await parties.toPlatform('POST', '/v1/consignee-reveals', ask(parcel), { key });
  expect(late.body).toMatchObject({ revealId: granted.body.revealId });
  expect(late.body.fields).toBeUndefined();

  const path = `/v1/consignee-reveals/${granted.body.revealId}`;
  expect((await parties.toPlatform('GET', path)).body.fields).toBeUndefined();
  const read = await parties.toPlatform('POST', `${path}/read`);
  expect([read.status, read.body.code]).toEqual([410, 'GRANT_EXPIRED']);
  const kept = await parties.platform.system.transact('ZZEXPRESS', async (unit) =>
    JSON.stringify([
      await unit.list({ collection: 'idempotency' }),
      await unit.list({ collection: 'reveal' }),
      await unit.list({ collection: 'audit' }),
    ]),
  );
  expect(kept).not.toContain(name);
  expect(parties.faults).toEqual([]);
});

const REFUSALS: readonly {
  readonly given: string;
  readonly more: Readonly<Record<string, unknown>>;
  readonly as?: string;
  readonly want: readonly [number, string];
  readonly gate?: string;
}[] = [
  {
    given: 'a field beyond the purpose',
    more: { fields: ['NAME', 'ADDRESS'] },
    want: [403, 'PURPOSE_FIELD_MISMATCH'],
    gate: 'PURPOSE',
  },
  {
    given: 'a purpose that is not for the role',
    more: { purpose: 'FULFIL_SELF_SHIP' },
    want: [403, 'PURPOSE_NOT_GRANTED'],
    gate: 'ROLE',
  },
  {
    given: 'a stage that the purpose does not have',
    more: { purpose: 'SERVICE_AFTER_SALES', fields: ['PHONE'] },
    want: [403, 'STAGE_NOT_PERMITTED'],
    gate: 'STAGE',
  },
  {
    given: 'a waybill of nobody',
    more: { waybillNo: 'ZZ999999999999' },
    want: [404, 'NOT_FOUND'],
  },
  {
    given: 'no key where the purpose is sealed',
    more: { purpose: 'FULFIL_DELIVER' },
    want: [422, 'RULE_VIOLATION'],
  },
  {
    given: 'a purpose of no list',
    more: { purpose: 'MARKETING' },
    want: [422, 'CODE_UNKNOWN'],
  },
];

test.each(REFUSALS)('a reveal with $given is refused whole', async ({ more, want, gate }) => {
  const parties = await exchange();
  const { parcel } = await ship(parties);
  const refused = await parties.toPlatform('POST', '/v1/consignee-reveals', ask(parcel, more));
  expect([refused.status, refused.body.code]).toEqual(want);
  expect(refused.body.fields).toBeUndefined();
  expect(refused.body.auditReceipt !== undefined).toBe(gate !== undefined);
  if (gate !== undefined) {
    const { items } = (await parties.toPlatform('GET', '/v1/reveal-audit-entries')).body;
    expect(items).toEqual([expect.objectContaining({ outcome: 'DENIED', gate })]);
  }
  expect(parties.faults).toEqual([]);
});

test('a delivered parcel ends the grants that were for its delivery', async () => {
  const parties = await exchange();
  const { parcel } = await ship(parties);
  const request = ask(parcel, { purpose: 'FULFIL_CONTACT', fields: ['PHONE'] });
  const granted = await parties.toPlatform('POST', '/v1/consignee-reveals', request);
  expect(granted.body.fields).toMatchObject({ phoneKind: 'VIRTUAL' });
  for (const code of ['PICKED_UP', 'OUT_FOR_DELIVERY', 'DELIVERED'])
    await scan(parties, parcel.waybillNo, code);
  const path = `/v1/consignee-reveals/${granted.body.revealId}`;
  expect((await parties.toPlatform('GET', path)).body.status).toBe('REVOKED');
  const view = await parties.toPlatform('GET', `/v1/consignees/${parcel.consigneeRef}`);
  expect(view.body.stage).toBe('DELIVERED');
  expect(parties.faults).toEqual([]);
});

test('a claim waits for a second person, and not for long', async () => {
  const parties = await exchange();
  const { parcel } = await ship(parties);
  await scan(parties, parcel.waybillNo, 'PICKED_UP');
  await scan(parties, parcel.waybillNo, 'LOST');
  const request = ask(parcel, {
    purpose: 'SERVICE_CLAIM',
    fields: ['NAME', 'ADDRESS'],
    justification: '理赔调查需要核对姓名与地址。',
  });
  const [first, second] = [
    await parties.toPlatform('POST', '/v1/consignee-reveals', request),
    await parties.toPlatform('POST', '/v1/consignee-reveals', request),
  ];
  expect([first.status, first.body.status]).toEqual([202, 'PENDING_APPROVAL']);
  const { revealId } = first.body;
  const early = await parties.toPlatform('POST', `/v1/consignee-reveals/${revealId}/read`);
  expect([early.status, early.body.code]).toEqual([409, 'STATE_ILLEGAL']);
  expect(await parties.act('platform', 'DECIDE_REVEAL', { revealId, approve: true })).toEqual({
    state: 'SUCCEEDED',
    result: { status: 'GRANTED' },
  });
  const read = await parties.toPlatform('POST', `/v1/consignee-reveals/${revealId}/read`);
  expect(read.body).toMatchObject({ status: 'GRANTED', remainingUseCount: 2 });
  expect(Object.keys(read.body.fields).sort()).toEqual(['address', 'name']);
  await parties.toPlatform('POST', '/v1/test-controls/clock/advance', { by: 'PT31M' });
  const path = `/v1/consignee-reveals/${second.body.revealId}`;
  expect((await parties.toPlatform('GET', path)).body.status).toBe('EXPIRED');
  expect(parties.faults).toEqual([]);
});

test('a sealed field opens by the key of the requester alone', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ECDH-ES+A256KW', { extractable: true });
  const enc = { ...(await exportJWK(publicKey)), kid: 'enc-1', use: 'enc', alg: 'ECDH-ES+A256KW' };
  const { publicJwk } = await signingKeyOf(1, COURIER);
  const courier = {
    partyId: COURIER,
    role: 'courier' as const,
    name: COURIER,
    baseUrl: 'https://courier.test',
    keys: [enc, publicJwk],
  };
  const parties = await exchange({ platform: { counterparties: [courier] } });
  const { parcel } = await ship(parties);
  const request = ask(parcel, {
    purpose: 'FULFIL_DELIVER',
    fields: ['NAME', 'ADDRESS'],
    sealToKeyId: 'enc-1',
  });
  const { status, body } = await parties.toPlatform('POST', '/v1/consignee-reveals', request);
  expect([status, body.status, body.remainingUseCount, body.fields]).toEqual([
    201,
    'GRANTED',
    2,
    undefined,
  ]);
  const { protectedHeader, plaintext } = await compactDecrypt(body.sealedFields, privateKey, {
    crit: { aud: true, waybillNo: true, purpose: true, revealId: true, exp: true },
  });
  expect(protectedHeader).toMatchObject({ aud: COURIER, waybillNo: parcel.waybillNo });
  expect(Object.keys(JSON.parse(new TextDecoder().decode(plaintext)))).toEqual(['name', 'address']);
  expect(parties.faults).toEqual([]);
});

test('each item of a batch of reveals has its own outcome', async () => {
  const parties = await exchange();
  const { parcel } = await ship(parties);
  const answer = await parties.toPlatform('POST', '/v1/consignee-reveals/batch', {
    items: [ask(parcel), ask(parcel, { fields: ['ADDRESS'] })],
  });
  expect(answer.status).toBe(200);
  expect(answer.body.results.map((one: { status: number }) => one.status)).toEqual([201, 403]);
  expect(parties.faults).toEqual([]);
});

const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** RFC 9162 section 2.1.3.2, written from its text and not from the implementation. */
const rootFrom = (index: number, size: number, leaf: string, path: readonly string[]): string => {
  let [at, last] = [index, size - 1];
  let hash: Buffer = Buffer.from(leaf, 'hex');
  for (const one of path) {
    const other = Buffer.from(one, 'hex');
    if (at % 2 === 1 || at === last) {
      hash = sha256(Uint8Array.of(1), other, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at >> 1, last >> 1];
    } else hash = sha256(Uint8Array.of(1), hash, other);
    [at, last] = [at >> 1, last >> 1];
  }
  return hash.toString('base64');
};

test('every receipt proves its entry to be in the signed log', async () => {
  const parties = await exchange();
  const { parcel } = await ship(parties);
  for (const fields of [['NAME'], ['ADDRESS'], ['PHONE'], ['NAME']]) {
    const { body } = await parties.toPlatform(
      'POST',
      '/v1/consignee-reveals',
      ask(parcel, { fields }),
    );
    const { leafIndex, leafHash, checkpoint, inclusionPath } = body.auditReceipt;
    const [, size, root] = checkpoint.split('\n');
    expect(Number(size)).toBeGreaterThan(leafIndex);
    expect(rootFrom(leafIndex, Number(size), leafHash, inclusionPath)).toBe(root);
  }
  const proof = await parties.toPlatform(
    'GET',
    '/v1/audit-proofs/inclusion?leafIndex=0&treeSize=3',
  );
  const latest = await parties.toPlatform('GET', '/v1/audit-checkpoints/latest');
  expect(proof.body.leafHash).toHaveLength(64);
  expect(latest.body.checkpoint.split('\n')[1]).toBe('4');
  expect((await parties.toPlatform('GET', '/v1/audit-proofs/consistency?from=2&to=9')).status).toBe(
    400,
  );
  expect(parties.faults).toEqual([]);
});

const registration = (orderNo = 'ORD-1', name = '张三丰') => ({
  contact: { name, mobile: '+8619900000001' },
  address: {
    region: {
      countryCode: 'CN',
      regionCode: '210204',
      regionCodeVersion: 'NBS-2023',
      provinceName: '辽宁省',
      cityName: '大连市',
      districtName: '沙河口区',
    },
    road: '虚构路8号',
    building: '3号楼',
    unitRoom: '2单元502室',
    structured: true,
  },
  orderNo,
  basis: 'CONTRACT',
});

test('a second registration makes the former reference unknown', async () => {
  const parties = await exchange();
  const as = { as: MERCHANT };
  const first = await parties.toPlatform('POST', '/v1/consignees', registration(), as);
  expect(first.body.consignee).toMatchObject({
    contactMasked: { nameMasked: '张**', phoneMasked: '*******0001' },
  });
  expect(JSON.stringify(first.body)).not.toContain('502');
  const second = await parties.toPlatform('POST', '/v1/consignees', registration(), as);
  const refs = [first, second].map(({ body }) => body.consignee.consigneeRef);
  expect(refs[0]).not.toBe(refs[1]);
  const statuses = [];
  for (const ref of refs)
    statuses.push((await parties.toPlatform('GET', `/v1/consignees/${ref}`, undefined, as)).status);
  expect(statuses).toEqual([404, 200]);
  const found = await parties.toPlatform(
    'POST',
    '/v1/consignee-lookups',
    { kind: 'PHONE', value: '+8619900000001', purpose: 'SERVICE_AFTER_SALES' },
    as,
  );
  expect(found.body).toEqual({ orderNos: ['ORD-1'] });
  expect(parties.faults).toEqual([]);
});

test('a virtual number never ends like the real one', async () => {
  const parties = await exchange();
  const { parcel } = await ship(parties);
  const body = { ...parcel, purpose: 'FULFIL_CONTACT', model: 'AXN_EXT', ttl: 'P2D' };
  const bound = await parties.toPlatform('POST', '/v1/contact-bindings', body);
  expect(bound.status).toBe(201);
  const view = await parties.toPlatform('GET', `/v1/consignees/${parcel.consigneeRef}`);
  const tail = view.body.contactMasked.phoneMasked.slice(-4);
  expect(bound.body.number.slice(-4)).not.toBe(tail);
  const path = `/v1/contact-bindings/${bound.body.bindingId}`;
  expect((await parties.toPlatform('GET', path)).body).toEqual(bound.body);
  await parties.toPlatform('POST', '/v1/test-controls/clock/advance', { by: 'P1D' });
  expect((await parties.toPlatform('GET', path)).status).toBe(404);
  expect(parties.faults).toEqual([]);
});

test('a consent is withdrawn once', async () => {
  const parties = await exchange();
  const { parcel } = await ship(parties);
  const consentId = '019a3b10-5c00-7a10-8b20-0c3d4e5f6081';
  const consent = {
    ...parcel,
    consentId,
    scope: 'ONE_PARCEL',
    preference: 'LOCKER',
    grantedAt: '2026-11-10T18:20:00+08:00',
    channel: 'APP',
  };
  const recorded = await parties.toPlatform('POST', '/v1/consents', consent);
  expect([recorded.status, recorded.body]).toEqual([201, consent]);
  const path = `/v1/consents/${consentId}/withdraw`;
  expect((await parties.toPlatform('POST', path)).body.withdrawnAt).toBeDefined();
  expect((await parties.toPlatform('POST', path)).body).toMatchObject({
    code: 'STATE_ILLEGAL',
    command: 'withdrawConsent',
  });
  expect(parties.faults).toEqual([]);
});

test('after an erasure no order of the courier shows the person', async () => {
  const parties = await exchange();
  const { parcel } = await ship(parties);
  const asked = await parties.toCourier('POST', '/v1/erasure-requests', {
    consigneeRefs: [parcel.consigneeRef],
    basis: 'CONSIGNEE_REQUEST',
    deadlineAt: '2026-12-01T00:00:00+08:00',
  });
  expect([asked.status, asked.body.state]).toEqual([202, 'ACCEPTED']);
  for (const code of ['PICKED_UP', 'OUT_FOR_DELIVERY', 'DELIVERED'])
    await scan(parties, parcel.waybillNo, code);
  await parties.toCourier('POST', '/v1/test-controls/clock/advance', { by: 'P2D' });
  const done = await parties.toCourier('GET', `/v1/erasure-requests/${asked.body.erasureId}`);
  expect(done.body.state).toBe('COMPLETED');
  for (const path of ['/v1/orders/SO-1', `/v1/waybills/${parcel.waybillNo}`])
    expect((await parties.toCourier('GET', path)).body.code).toBe('NOT_FOUND');
  expect((await parties.toCourier('GET', '/v1/orders')).body.items).toEqual([]);
  expect(parties.faults).toEqual([]);
});

test('a courier asks for a sealed purpose with a key of its own', async () => {
  const parties = await exchange();
  const { parcel } = await ship(parties);
  const { result } = await parties.act('courier', 'REQUEST_REVEAL', {
    ...parcel,
    purpose: 'FULFIL_DELIVER',
    fields: ['ADDRESS'],
  });
  const path = `/v1/consignee-reveals/${result.revealId}`;
  expect((await parties.toPlatform('GET', path)).body).toMatchObject({ status: 'GRANTED' });
  const read = await parties.toPlatform('POST', `${path}/read`);
  expect([read.body.fields, typeof read.body.sealedFields]).toEqual([undefined, 'string']);
  expect(parties.faults).toEqual([]);
});

test('a courier that is asked to asks for a reveal', async () => {
  const parties = await exchange();
  const { parcel } = await ship(parties);
  const run = await parties.act('courier', 'REQUEST_REVEAL', {
    ...parcel,
    purpose: 'SERVICE_NAME_CHECK',
    fields: ['NAME'],
  });
  expect(run).toMatchObject({ state: 'SUCCEEDED', result: { revealId: expect.any(String) } });
  const refused = await parties.act('courier', 'REQUEST_REVEAL', {
    ...parcel,
    purpose: 'SERVICE_NAME_CHECK',
    fields: ['PHONE'],
  });
  expect(refused).toEqual({ state: 'SUCCEEDED', result: { code: 'PURPOSE_FIELD_MISMATCH' } });
  expect(parties.faults).toEqual([]);
});
