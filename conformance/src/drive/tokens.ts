import { importJWK, type JWTPayload, SignJWT } from 'jose';
import type { Credentials } from './identity.ts';
import { uuid4 } from './random.ts';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export type AssertionWishes = {
  readonly now: number;
  readonly secure: (bytes: number) => Uint8Array;
  readonly audience: string;
  /** Members that a scenario wants otherwise. */
  readonly claims?: JWTPayload;
};

/** The assertion that names a client (RFC 7523 section 2.2), signed with its key. */
export const assertionOf = async (
  { clientId, key }: Credentials,
  { now, secure, audience, claims }: AssertionWishes,
): Promise<string> => {
  const seconds = Math.floor(now / 1000);
  return new SignJWT({
    jti: uuid4(secure),
    iss: clientId,
    sub: clientId,
    aud: audience,
    iat: seconds,
    exp: seconds + 60,
    ...claims,
  })
    .setProtectedHeader({
      alg: 'EdDSA',
      typ: 'JWT',
      ...(key.kid === undefined ? {} : { kid: key.kid }),
    })
    .sign(await importJWK(key, 'EdDSA'));
};

/** The client credentials grant (RFC 6749 section 4.4) with that assertion. */
export const tokenRequest = (endpoint: string, assertion: string): Request =>
  new Request(endpoint, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      Accept: 'application/json',
    },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: ASSERTION_TYPE,
      client_assertion: assertion,
    }).toString(),
  });

/** A JWT by a client's own key, in whose place the issuer's ought to be; it may bring its public half along. */
export const forged = async (
  { key }: Credentials,
  claims: JWTPayload,
  header: Readonly<Record<string, unknown>>,
  brings?: 'JWK',
): Promise<string> => {
  const { d: _private, ...jwk } = key;
  return new SignJWT(claims)
    .setProtectedHeader({
      alg: 'EdDSA',
      ...(key.kid === undefined ? {} : { kid: key.kid }),
      ...header,
      ...(brings === 'JWK' ? { jwk } : {}),
    })
    .sign(await importJWK(key, 'EdDSA'));
};
