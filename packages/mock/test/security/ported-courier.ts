import { type SigningKey, signRequest } from '@openwaybill/privacy/signed-messages';
import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { type JWTPayload, SignJWT } from 'jose';
import { signingKeyOf } from '../../src/index.ts';
import { listen } from '../../src/node.ts';
import { createTestMock, type TestMock, type TestMockOptions } from '../../src/testing.ts';
import { nextKey } from '../exchange.ts';

export const ME = 'SHOPONE';
export const OTHER = 'SHOPTWO';
export const START = Date.parse('2026-11-11T00:00:00+08:00');

export type Draft = {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body?: string;
};

/** A courier behind a real port that knows two platforms, and one that speaks to it with a token of its own. */
export type PortedCourier = {
  readonly url: string;
  readonly mock: TestMock;
  readonly now: () => number;
  readonly wait: (seconds: number) => void;
  readonly token: (partyId?: string) => Promise<string>;
  readonly key: (partyId?: string) => Promise<SigningKey>;
  /** A request as it is before it is signed. */
  readonly draft: (method: string, path: string, body?: unknown, as?: string) => Promise<Draft>;
  /** Its headers once it is signed, by whose key and at what time one likes. */
  readonly sign: (
    draft: Draft,
    by?: { readonly as?: string; readonly now?: number; readonly kid?: string },
  ) => Promise<Draft>;
  readonly send: (draft: Draft) => Promise<Response>;
  readonly grant: (form: Readonly<Record<string, string>>) => Promise<Response>;
  readonly close: () => Promise<void>;
};

const encoder = new TextEncoder();
export const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** An assertion of a platform for the token endpoint of a courier, with claims as one likes them. */
export const assertionOf = async (
  courier: Pick<PortedCourier, 'url' | 'now' | 'key'>,
  claims: JWTPayload = {},
  header: Readonly<Record<string, unknown>> = {},
  as = ME,
): Promise<string> => {
  const { kid, privateKey } = await courier.key(as);
  const seconds = Math.floor(courier.now() / 1000);
  const payload = {
    iss: as,
    sub: as,
    aud: `${courier.url}/oauth/token`,
    iat: seconds,
    exp: seconds + 60,
    jti: nextKey(),
    ...claims,
  };
  const kept = Object.fromEntries(
    Object.entries(payload).filter(([, value]) => value !== undefined),
  );
  return new SignJWT(kept).setProtectedHeader({ alg: 'EdDSA', kid, ...header }).sign(privateKey);
};

/** Starts one. */
export const portedCourier = async (options: TestMockOptions = {}): Promise<PortedCourier> => {
  let now = START;
  let mock: TestMock | undefined;
  const port = await listen((request) => (mock as TestMock).fetch(request), {
    port: 0,
    hostname: '127.0.0.1',
  });
  mock = await createTestMock({
    baseUrl: port.url,
    wallClock: () => now,
    developmentTokens: false,
    counterparties: [ME, OTHER].map((partyId) => ({ partyId, role: 'platform', name: partyId })),
    ...options,
  });
  const tokens = new Map<string, string>();
  const courier: PortedCourier = {
    url: port.url,
    mock,
    now: () => now,
    wait: (seconds) => {
      now += seconds * 1000;
    },
    key: (partyId = ME) => signingKeyOf(1, partyId),
    grant: (form) =>
      fetch(`${port.url}/oauth/token`, { method: 'POST', body: new URLSearchParams(form) }),
    token: async (partyId = ME) => {
      const known = tokens.get(partyId);
      if (known !== undefined) return known;
      const answer = await courier.grant({
        grant_type: 'client_credentials',
        client_assertion_type: ASSERTION_TYPE,
        client_assertion: await assertionOf(courier, {}, {}, partyId),
      });
      const { access_token } = (await answer.json()) as { readonly access_token: string };
      tokens.set(partyId, access_token);
      return access_token;
    },
    draft: async (method, path, body, as) => ({
      method,
      path,
      headers: new Headers({
        Authorization: `Bearer ${await courier.token(as)}`,
        'OpenWaybill-Version': SPOKEN_VERSION,
        ...(method === 'POST' ? { 'Idempotency-Key': nextKey() } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      }),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
    sign: async (draft, { as, now: at = now, kid } = {}) => {
      const key = await courier.key(as);
      const headers = await signRequest(
        {
          method: draft.method,
          targetUri: `${port.url}${draft.path}`,
          headers: draft.headers,
          body: encoder.encode(draft.body),
        },
        {
          key: { ...key, kid: kid ?? key.kid },
          now: at,
          random: (count) => crypto.getRandomValues(new Uint8Array(count)),
        },
      );
      return { ...draft, headers };
    },
    send: ({ method, path, headers, body }) =>
      fetch(`${port.url}${path}`, { method, headers, ...(body === undefined ? {} : { body }) }),
    close: async () => {
      await port.close();
      await (mock as TestMock).settled();
    },
  };
  return courier;
};
