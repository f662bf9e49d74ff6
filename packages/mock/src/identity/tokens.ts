import { createLocalJWKSet, decodeJwt, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { Counterparty, MockOptions } from '../engine/options.ts';
import { Refusal } from '../engine/refusal.ts';
import type { Keys, SigningKey } from './keys.ts';
import type { SeenOnce } from './seen-once.ts';

/** Seconds that an access token lives: short, and bound to one audience. */
const LIFE = 600;
/** Seconds that an assertion of a client may live. */
const ASSERTION_LIFE = 60;
/** Seconds by which the clock of a client may be ahead. */
const AHEAD = 30;

/** Algorithms of an assertion: a secret that two know is none of them. */
export const ASSERTION_ALGORITHMS = ['EdDSA', 'ES256'] as const;

const seconds = (wallClock: () => number): number => Math.floor(wallClock() / 1000);

/** An access token for a counterparty, as a signed JWT whose audience is this system. */
export const issueToken = (
  key: SigningKey,
  options: Pick<MockOptions, 'baseUrl' | 'wallClock'>,
  to: Counterparty,
  agreementIds: readonly string[],
  jti: string,
): Promise<string> =>
  new SignJWT({
    client_id: to.clientId,
    ow_org: to.partyId,
    ow_role: to.role,
    ...(to.facet === undefined ? {} : { ow_facet: to.facet }),
    ow_agreements: agreementIds,
  })
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid, typ: 'at+jwt' })
    .setIssuer(options.baseUrl)
    .setAudience(options.baseUrl)
    .setSubject(to.partyId)
    .setJti(jti)
    .setIssuedAt(seconds(options.wallClock))
    .setExpirationTime(seconds(options.wallClock) + LIFE)
    .sign(key.privateKey);

export const tokenLifeSeconds = LIFE;

type Verified = { readonly caller: Counterparty; readonly expiresAt: number };

/** The published key that a token names. What a token brings along (`jwk`, `jku`, `x5u`) is not looked at. */
const keyNamed =
  (keys: Pick<Keys, 'published'>) =>
  ({ kid }: { readonly kid?: string }) => {
    const found = keys.published.find((one) => one.kid === kid);
    if (found === undefined) throw new Error('the token names no key of ours');
    return found.publicKey;
  };

/** The client of a token, where the token says of it what is still so. */
const callerOf = (
  payload: JWTPayload,
  byClientId: ReadonlyMap<string, Counterparty>,
): Counterparty | undefined => {
  const caller = byClientId.get(String(payload.client_id));
  return caller?.partyId === payload.ow_org &&
    caller?.role === payload.ow_role &&
    caller?.facet === payload.ow_facet
    ? caller
    : undefined;
};

/**
 * Step 3 of judgement: who calls. A verified token is remembered until it expires, since a signature costs more than
 * the rest of an answer.
 */
export const authenticator = (
  keys: Pick<Keys, 'published'>,
  options: MockOptions,
  byClientId: ReadonlyMap<string, Counterparty>,
  developmentTokens: ReadonlyMap<string, Counterparty>,
): ((header: string | null) => Promise<Counterparty | undefined>) => {
  const remembered = new Map<string, Verified>();
  const refused = () =>
    new Refusal('UNAUTHENTICATED', { headers: { 'WWW-Authenticate': 'Bearer' } });
  const verify = async (token: string, now: number): Promise<Verified | undefined> => {
    try {
      const { payload } = await jwtVerify(token, keyNamed(keys), {
        algorithms: ['EdDSA'],
        audience: options.baseUrl,
        issuer: options.baseUrl,
        typ: 'at+jwt',
        requiredClaims: ['exp', 'iat', 'sub', 'client_id'],
        maxTokenAge: LIFE,
        currentDate: new Date(now),
      });
      const caller = callerOf(payload, byClientId);
      const isOurs = payload.aud === options.baseUrl && caller !== undefined;
      return isOurs ? { caller, expiresAt: (payload.exp ?? 0) * 1000 } : undefined;
    } catch {
      // every reason is one answer: a token tells nothing about why it was refused
      return undefined;
    }
  };
  return async (header) => {
    if (header === null) return undefined;
    const token = /^Bearer ([A-Za-z0-9._~+/=-]+)$/.exec(header)?.[1];
    if (token === undefined) throw refused();
    const development = options.developmentTokens ? developmentTokens.get(token) : undefined;
    if (development !== undefined) return development;
    const now = options.wallClock();
    const known = remembered.get(token);
    const verified = known ?? (await verify(token, now));
    if (verified === undefined || verified.expiresAt <= now) throw refused();
    if (known === undefined) {
      if (remembered.size > 10_000) remembered.clear();
      remembered.set(token, verified);
    }
    return verified.caller;
  };
};

/** Whether an assertion lives no longer than it may, and has not ended by so much as a second. */
const isShort = ({ iat, exp }: JWTPayload, now: number): boolean =>
  iat !== undefined && exp !== undefined && exp - iat <= ASSERTION_LIFE && exp > now / 1000;

/**
 * The client of an assertion (RFC 7523) that verifies by the keys which that client registered, is for this endpoint
 * alone, and was not seen before; else nothing.
 */
export const clientOfAssertion = async (
  assertion: string,
  endpoint: string,
  { wallClock }: Pick<MockOptions, 'wallClock'>,
  byClientId: ReadonlyMap<string, Counterparty>,
  isNew: SeenOnce,
): Promise<Counterparty | undefined> => {
  let payload: JWTPayload;
  let client: Counterparty | undefined;
  const now = wallClock();
  try {
    client = byClientId.get(String(decodeJwt(assertion).sub));
    if (client === undefined) return undefined;
    ({ payload } = await jwtVerify(
      assertion,
      createLocalJWKSet({ keys: client.keys as unknown as JWK[] }),
      {
        algorithms: [...ASSERTION_ALGORITHMS],
        audience: endpoint,
        issuer: client.clientId,
        subject: client.clientId,
        requiredClaims: ['exp', 'iat', 'jti'],
        maxTokenAge: ASSERTION_LIFE,
        clockTolerance: AHEAD,
        currentDate: new Date(now),
      },
    ));
  } catch {
    // whatever is wrong with it, it names no client
    return undefined;
  }
  const isGood =
    payload.aud === endpoint &&
    isShort(payload, now) &&
    typeof payload.jti === 'string' &&
    payload.jti !== '';
  if (!isGood) return undefined;
  const id = `${client.clientId}/${payload.jti}`;
  return (await isNew('assertion', id, ASSERTION_LIFE + AHEAD)) ? client : undefined;
};
