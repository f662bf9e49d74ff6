import { createLocalJWKSet, decodeJwt, type JWK, jwtVerify, SignJWT } from 'jose';
import type { Counterparty, MockOptions } from '../engine/options.ts';
import { Refusal } from '../engine/refusal.ts';
import type { SigningKey } from './keys.ts';

/** Seconds that an access token lives: short, and bound to one audience. */
const LIFE = 600;

const seconds = (wallClock: () => number): number => Math.floor(wallClock() / 1000);

/** An access token for a counterparty, as a signed JWT whose audience is this system. */
export const issueToken = (
  key: SigningKey,
  options: Pick<MockOptions, 'baseUrl' | 'wallClock'>,
  to: Counterparty,
): Promise<string> =>
  new SignJWT({
    client_id: to.clientId,
    ow_org: to.partyId,
    ow_role: to.role,
    ...(to.facet === undefined ? {} : { ow_facet: to.facet }),
  })
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid, typ: 'at+jwt' })
    .setIssuer(options.baseUrl)
    .setAudience(options.baseUrl)
    .setSubject(to.partyId)
    .setIssuedAt(seconds(options.wallClock))
    .setExpirationTime(seconds(options.wallClock) + LIFE)
    .sign(key.privateKey);

export const tokenLifeSeconds = LIFE;

type Verified = { readonly clientId: string; readonly expiresAt: number };

/**
 * Step 3 of judgement: who calls. A verified token is remembered until it expires, since a signature costs more than
 * the rest of an answer.
 */
export const authenticator = (
  key: SigningKey,
  options: MockOptions,
  byClientId: ReadonlyMap<string, Counterparty>,
  developmentTokens: ReadonlyMap<string, Counterparty>,
): ((header: string | null) => Promise<Counterparty | undefined>) => {
  const remembered = new Map<string, Verified>();
  const refused = () =>
    new Refusal('UNAUTHENTICATED', { headers: { 'WWW-Authenticate': 'Bearer' } });
  return async (header) => {
    if (header === null) return undefined;
    const token = /^Bearer ([A-Za-z0-9._~+/=-]+)$/.exec(header)?.[1];
    if (token === undefined) throw refused();
    const development = options.developmentTokens ? developmentTokens.get(token) : undefined;
    if (development !== undefined) return development;
    const now = options.wallClock();
    let verified = remembered.get(token);
    if (verified === undefined) {
      try {
        const { payload } = await jwtVerify(token, key.publicKey, {
          algorithms: ['EdDSA'],
          audience: options.baseUrl,
          issuer: options.baseUrl,
          typ: 'at+jwt',
          currentDate: new Date(now),
        });
        verified = { clientId: String(payload.client_id), expiresAt: (payload.exp ?? 0) * 1000 };
      } catch {
        // every reason is one answer: a token tells nothing about why it was refused
        throw refused();
      }
      if (remembered.size > 10_000) remembered.clear();
      remembered.set(token, verified);
    }
    const caller = byClientId.get(verified.clientId);
    if (verified.expiresAt <= now || caller === undefined) throw refused();
    return caller;
  };
};

/** The client of an assertion (RFC 7523) that verifies by the keys which that client registered; else nothing. */
export const clientOfAssertion = async (
  assertion: string,
  endpoint: string,
  options: Pick<MockOptions, 'wallClock' | 'baseUrl'>,
  byClientId: ReadonlyMap<string, Counterparty>,
): Promise<Counterparty | undefined> => {
  let clientId: unknown;
  try {
    clientId = decodeJwt(assertion).sub;
  } catch {
    return undefined;
  }
  const client = byClientId.get(String(clientId));
  if (client === undefined) return undefined;
  try {
    await jwtVerify(assertion, createLocalJWKSet({ keys: client.keys as unknown as JWK[] }), {
      algorithms: ['EdDSA'],
      audience: [endpoint, options.baseUrl],
      issuer: client.clientId,
      subject: client.clientId,
      maxTokenAge: 300,
      currentDate: new Date(options.wallClock()),
    });
  } catch {
    return undefined;
  }
  return client;
};
