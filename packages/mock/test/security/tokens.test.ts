import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signingKeyOf } from '../../src/index.ts';
import { listen } from '../../src/node.ts';
import {
  ASSERTION_TYPE,
  assertionOf,
  ME,
  OTHER,
  type PortedCourier,
  portedCourier,
} from './ported-courier.ts';

/** Hears every request for a key that a token brings along. */
type Tripwire = {
  readonly url: string;
  readonly heard: string[];
  readonly close: () => Promise<void>;
};

let courier: PortedCourier;
let tripwire: Tripwire;
beforeAll(async () => {
  const heard: string[] = [];
  const port = await listen(
    async (request) => {
      heard.push(request.url);
      return Response.json({ keys: [(await signingKeyOf(1, 'FORGER')).publicJwk] });
    },
    { port: 0, hostname: '127.0.0.1' },
  );
  tripwire = { ...port, heard };
  courier = await portedCourier({ fetch: (request) => fetch(request) });
});
afterAll(async () => {
  await courier.close();
  await tripwire.close();
});

const seconds = () => Math.floor(courier.now() / 1000);
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

const claims = (more: JWTPayload = {}): JWTPayload => ({
  iss: courier.url,
  aud: courier.url,
  sub: ME,
  client_id: ME,
  ow_org: ME,
  ow_role: 'platform',
  ow_agreements: [],
  iat: seconds(),
  exp: seconds() + 600,
  ...more,
});

/** A token by the courier's own key, so that only what a case changes is wrong with it. */
const token = async (
  more: JWTPayload = {},
  header: Readonly<Record<string, unknown>> = {},
  by = 'ZZEXPRESS',
): Promise<string> => {
  const { kid } = await signingKeyOf(1, 'ZZEXPRESS');
  const { privateKey } = await signingKeyOf(1, by);
  const payload = Object.entries(claims(more)).filter(([, value]) => value !== undefined);
  return new SignJWT(Object.fromEntries(payload))
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'at+jwt', ...header })
    .sign(privateKey);
};

const publicBytes = async () => {
  const { publicJwk } = await signingKeyOf(1, 'ZZEXPRESS');
  return new TextEncoder().encode(String(publicJwk.x));
};

const ended = async (bearer: string): Promise<readonly [number, string | undefined]> => {
  const response = await fetch(`${courier.url}/v1/orders`, {
    headers: { Authorization: `Bearer ${bearer}`, 'OpenWaybill-Version': SPOKEN_VERSION },
  });
  const { code } = (await response.json()) as { readonly code?: string };
  return [response.status, code];
};

test('a token of the token endpoint is taken', async () => {
  expect(await ended(await courier.token())).toEqual([200, undefined]);
});

test('the twin of the forgeries is taken', async () => {
  expect(await ended(await token())).toEqual([200, undefined]);
});

test('a token says who, in which role, and lives for ten minutes', async () => {
  const [, payload = ''] = (await courier.token()).split('.');
  const said = JSON.parse(Buffer.from(payload, 'base64url').toString());
  expect(said).toMatchObject({ aud: courier.url, ow_org: ME, ow_role: 'platform' });
  expect(said.ow_agreements).toEqual([expect.stringMatching(/^agr_/)]);
  expect(said.exp - said.iat).toBeLessThanOrEqual(600);
});

const FORGED: readonly (readonly [string, () => Promise<string>])[] = [
  ['alg none', async () => `${part({ alg: 'none', typ: 'at+jwt' })}.${part(claims())}.`],
  [
    'HS256 by the public key',
    async () =>
      new SignJWT(claims())
        .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
        .sign((await publicBytes()).slice(0, 32)),
  ],
  ['the issuer of another interface', () => token({ iss: 'https://other.test' })],
  ['no issuer', () => token({ iss: undefined as never })],
  ['another audience', () => token({ aud: 'https://other.test' })],
  ['two audiences', () => token({ aud: [courier.url, 'https://other.test'] })],
  ['no audience', () => token({ aud: undefined as never })],
  ['an end that is over', () => token({ iat: seconds() - 700, exp: seconds() - 1 })],
  ['no end', () => token({ exp: undefined as never })],
  ['a life of eleven minutes', () => token({ iat: seconds() - 610, exp: seconds() + 50 })],
  ['a beginning to come', () => token({ nbf: seconds() + 60 })],
  ['an unknown key', () => token({}, { kid: 'unknown' })],
  ['no key named', () => token({}, { kid: undefined })],
  ['the signature of another key', () => token({}, {}, 'FORGER')],
  ['another use', () => token({}, { typ: 'JWT' })],
  ['an organisation that is not the client’s', () => token({ ow_org: OTHER })],
  ['a role that is not the client’s', () => token({ ow_role: 'regulator' })],
  ['a client that nobody knows', () => token({ client_id: 'NOBODY' })],
  [
    'a key of its own in jwk',
    async () => token({}, { jwk: (await signingKeyOf(1, 'FORGER')).publicJwk }, 'FORGER'),
  ],
  ['a key set of its own in jku', () => token({}, { jku: tripwire.url, kid: 'x' }, 'FORGER')],
  ['a certificate of its own in x5u', () => token({}, { x5u: tripwire.url }, 'FORGER')],
  ['an assertion in its place', () => assertionOf(courier)],
];

test.each(FORGED)('a token with %s is refused', async (_, made) => {
  expect(await ended(await made())).toEqual([401, 'UNAUTHENTICATED']);
});

describe('a header that brings a key along changes nothing', () => {
  test.each(['jku', 'x5u'])('%s of a good token', async (name) => {
    expect(await ended(await token({}, { [name]: tripwire.url }))).toEqual([200, undefined]);
  });

  test('and nobody fetches it', () => expect(tripwire.heard).toEqual([]));
});

const grantOf = async (assertion: string, more: Readonly<Record<string, string>> = {}) => {
  const response = await courier.grant({
    grant_type: 'client_credentials',
    client_assertion_type: ASSERTION_TYPE,
    client_assertion: assertion,
    ...more,
  });
  const { error } = (await response.json()) as { readonly error?: string };
  return [response.status, error, response.headers.get('Cache-Control')];
};

const GIVEN = [200, undefined, 'no-store'];
const INVALID = [401, 'invalid_client', 'no-store'];

test('an assertion is good once', async () => {
  const assertion = await assertionOf(courier);
  expect([await grantOf(assertion), await grantOf(assertion)]).toEqual([GIVEN, INVALID]);
});

test('a client may sign with P-256', async () => {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(
    { name: 'ECDSA', namedCurve: 'P-256' },
    true,
    ['sign', 'verify'],
  );
  const jwk = { ...(await crypto.subtle.exportKey('jwk', publicKey)), kid: 'p256', use: 'sig' };
  const other = await portedCourier({
    counterparties: [{ partyId: ME, role: 'platform', name: ME, keys: [jwk] }],
  });
  const assertion = await assertionOf(
    { ...other, key: async () => ({ kid: 'p256', privateKey }) },
    {},
    { alg: 'ES256' },
  );
  const response = await other.grant({
    grant_type: 'client_credentials',
    client_assertion_type: ASSERTION_TYPE,
    client_assertion: assertion,
  });
  await other.close();
  expect(response.status).toBe(200);
});

const ASSERTIONS: readonly (readonly [string, () => Promise<string>])[] = [
  ['another audience', () => assertionOf(courier, { aud: 'https://other.test/oauth/token' })],
  ['the interface for its audience', () => assertionOf(courier, { aud: courier.url })],
  [
    'two audiences',
    () => assertionOf(courier, { aud: [`${courier.url}/oauth/token`, 'https://other.test'] }),
  ],
  ['a life of 61 seconds', () => assertionOf(courier, { exp: seconds() + 61 })],
  ['no end', () => assertionOf(courier, { exp: undefined as never })],
  ['no beginning', () => assertionOf(courier, { iat: undefined as never })],
  ['an end that is over', () => assertionOf(courier, { iat: seconds() - 60, exp: seconds() })],
  [
    'a beginning a minute ahead',
    () => assertionOf(courier, { iat: seconds() + 60, exp: seconds() + 90 }),
  ],
  ['no name of its own', () => assertionOf(courier, { jti: undefined as never })],
  ['another issuer', () => assertionOf(courier, { iss: OTHER })],
  ['another subject', () => assertionOf(courier, { sub: OTHER })],
  ['a client that nobody knows', () => assertionOf(courier, { iss: 'NOBODY', sub: 'NOBODY' })],
  ['an unknown key', () => assertionOf(courier, {}, { kid: 'unknown' })],
  [
    'a key of its own',
    async () => {
      const { privateKey, publicJwk } = await signingKeyOf(1, 'FORGER');
      return assertionOf(
        { ...courier, key: async () => ({ kid: 'x', privateKey }) },
        {},
        { jwk: publicJwk, jku: tripwire.url },
      );
    },
  ],
  [
    'alg none',
    async () => `${part({ alg: 'none' })}.${(await assertionOf(courier)).split('.')[1]}.`,
  ],
  ['nothing that is a JWT', async () => 'assertion'],
];

test.each(ASSERTIONS)('an assertion with %s gives no token', async (_, made) => {
  expect(await grantOf(await made())).toEqual(INVALID);
});

test.each([
  ['another grant', { grant_type: 'password' }, [400, 'unsupported_grant_type', 'no-store']],
  [
    'another kind of proof',
    { client_assertion_type: 'secret' },
    [400, 'invalid_request', 'no-store'],
  ],
  ['the name of another client', { client_id: OTHER }, INVALID],
] as const)('a request with %s gives no token', async (_, more, want) => {
  expect(await grantOf(await assertionOf(courier), more)).toEqual(want);
});

test('nobody ever fetched a key that a token brought along', () => {
  expect(tripwire.heard).toEqual([]);
});
