import { CompactSign } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { signingKeyOf } from '../../src/identity/keys.ts';
import { createTestMock, type TestMock } from '../../src/testing.ts';
import { type Caller, callerOf } from '../exchange.ts';

const entry = {
  name: '模拟快递',
  roles: ['courier'],
  endpoints: [],
  contactDesk: { name: '值班台', phone: '400-000-0000', url: 'https://courier.example/status' },
};
const document = {
  attachmentId: '019398a0-0000-7000-8000-00000000e101',
  mediaType: 'application/pdf',
  sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  sizeBytes: 48_213,
};
const application = {
  partyId: 'ZZEXPRESS',
  kind: 'NEW',
  regionCodes: ['210200'],
  documents: [document],
};
const year = {
  partyId: 'ZZEXPRESS',
  year: 2025,
  parcelCount: 12_480_331,
  outletCount: 214,
  staffCount: 1875,
  vehicleCount: 402,
  incidentCount: 3,
};

let mock: TestMock;
let call: Caller;
let faults: string[];
const open = async (role: 'regulator' | 'hub') => {
  faults = [];
  mock = await createTestMock({
    role,
    partyId: 'SELF1',
    counterparties: [
      { partyId: 'ZZEXPRESS', role: 'courier', name: '模拟快递' },
      { partyId: 'SHOPONE', role: 'platform', name: '示例电商' },
    ],
  });
  call = callerOf(mock, `https://${role}.test`, 'ZZEXPRESS', faults);
};
afterEach(async () => {
  await mock.settled();
  expect(faults).toEqual([]);
});

const refusalOf = (body: { code?: string; errors?: { pointer: string; rule: string }[] }) =>
  [body.code, body.errors?.[0]?.pointer, body.errors?.[0]?.rule].filter(Boolean).join(' ');
const cause = async (collection: string, resourceId: string, fact: string): Promise<void> => {
  await call('POST', '/v1/test-controls/actions', {
    action: 'CAUSE_FACT',
    input: { collection, resourceId, fact },
  });
  await mock.settled();
};
const put = (partyId: string, body: object = entry, headers = {}) =>
  call('PUT', `/v1/parties/${partyId}`, body, { headers });
const party = async (as = 'SHOPONE') =>
  (await call('GET', '/v1/parties/ZZEXPRESS', undefined, { as })).body;

describe('at a regulator', () => {
  beforeEach(() => open('regulator'));
  const apply = (more: object = {}) =>
    call('POST', '/v1/licence-applications', { ...application, ...more });
  const shown = async (id: string) => (await call('GET', `/v1/licence-applications/${id}`)).body;
  const granted = async (more: object = {}): Promise<string> => {
    const { applicationId } = (await apply(more)).body;
    await cause('licence-applications', applicationId, 'APPLICATION_ACCEPTED');
    await cause('licence-applications', applicationId, 'APPLICATION_GRANTED');
    return (await shown(applicationId)).licenceNo;
  };
  const licence = async (no: string) =>
    (await call('GET', `/v1/licences/${encodeURIComponent(no)}`, undefined, { as: 'SHOPONE' }))
      .body;

  describe('an entry of a party is refused that', () => {
    test.each<[string, string, object, string]>([
      [
        'has a wrong check character',
        '91210200MA0000001N',
        entry,
        'CHECK_DIGIT_INVALID /partyId check-digit',
      ],
      ['is of another party', 'SHOPONE', entry, 'ROLE_NOT_PERMITTED'],
      ['has no role', 'ZZEXPRESS', { ...entry, roles: [] }, 'SCHEMA_VIOLATION /roles minItems'],
      [
        'names a person',
        'ZZEXPRESS',
        { ...entry, contactPerson: '张三丰' },
        'SCHEMA_VIOLATION additionalProperties',
      ],
      [
        'has an endpoint in another role',
        'ZZEXPRESS',
        {
          ...entry,
          endpoints: [{ role: 'locker', capabilityUrl: 'https://courier.example/capabilities' }],
        },
        'RULE_VIOLATION /endpoints/0/role DSC-023',
      ],
    ])('%s', async (_title, id, body, want) => {
      const answer = await put(id, body);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(refusalOf(answer.body)).toBe(want);
      expect((await call('GET', '/v1/parties')).body.items).toEqual([]);
    });
  });

  test('a second entry needs the revision of the first', async () => {
    expect((await put('ZZEXPRESS')).status).toBe(201);
    expect((await put('ZZEXPRESS')).body.code).toBe('PRECONDITION_REQUIRED');
    expect((await put('ZZEXPRESS', entry, { 'If-Match': '"9"' })).body.code).toBe('REVISION_STALE');
    expect((await put('ZZEXPRESS', entry, { 'If-Match': '"1"' })).body.revision).toBe(2);
  });

  test.each(['LICENCE_SUSPENDED', 'LICENCE_REVOKED', 'VALIDITY_OVER'])(
    'after %s a courier is not listed as active',
    async (fact) => {
      await put('ZZEXPRESS');
      const no = await granted();
      expect((await party()).status).toBe('REGISTERED');
      await cause('licences', no, fact);
      expect((await party()).status).toBe('SUSPENDED');
      const { revision } = await party();
      const again = await put('ZZEXPRESS', entry, { 'If-Match': `"${revision}"` });
      expect(again.body.status).toBe('SUSPENDED');
    },
  );

  test('a courier with a lapsed licence does not register as active', async () => {
    await cause('licences', await granted(), 'LICENCE_REVOKED');
    expect((await put('ZZEXPRESS')).body.status).toBe('SUSPENDED');
  });

  test('a licence that is restored, or renewed, makes a courier active again', async () => {
    await put('ZZEXPRESS');
    const no = await granted();
    await cause('licences', no, 'LICENCE_SUSPENDED');
    await cause('licences', no, 'LICENCE_RESTORED');
    expect((await party()).status).toBe('REGISTERED');
    await cause('licences', no, 'LICENCE_REVOKED');
    await granted({ kind: 'RENEWAL' });
    expect((await party()).status).toBe('REGISTERED');
  });

  test('an application to cancel ends the licence', async () => {
    const no = await granted();
    await granted({ kind: 'CANCEL' });
    expect((await licence(no)).status).toBe('REVOKED');
  });

  test('a licence ends with its last day', async () => {
    const no = await granted();
    const { validToOn } = await licence(no);
    await call('POST', '/v1/test-controls/clock/advance', { toAt: `${validToOn}T23:59:59+08:00` });
    await mock.settled();
    expect((await licence(no)).status).toBe('VALID');
    await call('POST', '/v1/test-controls/clock/advance', { by: 'PT1S' });
    await mock.settled();
    expect((await licence(no)).status).toBe('EXPIRED');
  });

  test('one application of a kind is looked at at a time', async () => {
    const { applicationId } = (await apply()).body;
    expect((await apply()).body.code).toBe('DUPLICATE');
    expect((await apply({ kind: 'CHANGE' })).status).toBe(201);
    await cause('licence-applications', applicationId, 'APPLICATION_ACCEPTED');
    await cause('licence-applications', applicationId, 'APPLICATION_REFUSED');
    expect((await apply()).status).toBe(201);
  });

  test('an application is supplemented only when it was returned', async () => {
    const { applicationId } = (await apply()).body;
    const supplement = () =>
      call('POST', `/v1/licence-applications/${applicationId}/supplement`, {
        documents: [document],
      });
    const before = await shown(applicationId);
    expect((await supplement()).body.code).toBe('STATE_ILLEGAL');
    expect(await shown(applicationId)).toEqual(before);
    await cause('licence-applications', applicationId, 'APPLICATION_RETURNED');
    expect((await supplement()).body.status).toBe('SUBMITTED');
  });

  test('a year is reported once, and corrected by its revision', async () => {
    const submit = (more: object = {}) => call('POST', '/v1/annual-reports', { ...year, ...more });
    const { reportId } = (await submit()).body;
    const path = `/v1/annual-reports/${reportId}`;
    expect((await submit({ staffCount: 1 })).body.code).toBe('DUPLICATE');
    expect((await submit({ year: 2024 })).status).toBe(201);
    expect((await submit({ partyId: 'SHOPONE' })).body.code).toBe('ROLE_NOT_PERMITTED');
    expect((await call('PATCH', path, { staffCount: 1876 })).body.code).toBe(
      'PRECONDITION_REQUIRED',
    );
    const headers = { 'If-Match': '"1"' };
    const corrected = await call('PATCH', path, { staffCount: 1876 }, { headers });
    expect([corrected.body.staffCount, corrected.body.revision]).toEqual([1876, 2]);
    expect((await call('PATCH', path, { staffCount: 1 }, { headers })).body.code).toBe(
      'REVISION_STALE',
    );
    expect((await call('GET', path)).body).toEqual(corrected.body);
  });
});

describe('keys at a hub', () => {
  beforeEach(() => open('hub'));
  const request = (keyId: string) => ({
    partyId: 'ZZEXPRESS',
    jwksUrl: 'https://courier.example/v1/keys',
    keyIds: [keyId],
    validFromAt: '2026-12-01T00:00:00+08:00',
  });
  const register = (body: object) => call('POST', '/v1/key-registrations', body);
  const signed = async (body: object, over: object = body) => {
    const { privateKey } = await signingKeyOf(1, 'ZZEXPRESS');
    const signature = await new CompactSign(new TextEncoder().encode(JSON.stringify(over)))
      .setProtectedHeader({ alg: 'EdDSA' })
      .sign(privateKey);
    return { ...body, signature };
  };

  test('the first is taken, and every other needs the key before it', async () => {
    expect((await register(request('sig-1'))).status).toBe(201);
    const unsigned = await register(request('sig-2'));
    expect([unsigned.status, unsigned.body.code]).toEqual([401, 'SIGNATURE_INVALID']);
    const right = await register(await signed(request('sig-2')));
    expect(right.status).toBe(201);
    expect('signature' in right.body).toBe(false);
  });

  test('a signature over something else, or by another, is refused', async () => {
    await register(request('sig-1'));
    const other = await signed(request('sig-2'), request('sig-3'));
    expect((await register(other)).body.code).toBe('SIGNATURE_INVALID');
    const stranger = await signingKeyOf(1, 'SHOPONE');
    const key = stranger.privateKey;
    const signature = await new CompactSign(
      new TextEncoder().encode(JSON.stringify(request('sig-2'))),
    )
      .setProtectedHeader({ alg: 'EdDSA' })
      .sign(key);
    expect((await register({ ...request('sig-2'), signature })).body.code).toBe(
      'SIGNATURE_INVALID',
    );
  });

  test('nobody registers keys for another', async () => {
    const body = { ...request('sig-1'), partyId: 'SHOPONE' };
    expect((await register(body)).body.code).toBe('ROLE_NOT_PERMITTED');
  });
});
