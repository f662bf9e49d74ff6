import {
  type CryptoKey,
  type KeyFound,
  NONCE_LIFE,
  type SignatureJwk,
  type SignatureProfile,
  type SignedRequest,
  type SigningKey,
  verifyingKeyOf,
} from '@openwaybill/privacy/signed-messages';
import type { Counterparty, MockOptions } from '../engine/options.ts';
import { Refusal } from '../engine/refusal.ts';
import type { SeenOnce } from './seen-once.ts';

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The URI of a request as its sender knows it. A system knows its own address, so a request for another one is never
 * good here; the names of one machine are one.
 */
export const targetUriOf = (requestUrl: string, baseUrl: string): string => {
  const asked = new URL(requestUrl);
  const base = new URL(baseUrl);
  const isSameMachine =
    LOOPBACK.includes(asked.hostname) &&
    LOOPBACK.includes(base.hostname) &&
    asked.port === base.port;
  return `${isSameMachine ? asked.origin : base.origin}${asked.pathname}${asked.search}`;
};

const keyIn = (jwks: readonly SignatureJwk[], keyid: string): Promise<CryptoKey> | undefined => {
  const jwk = jwks.find((one) => one.kid === keyid);
  return jwk === undefined ? undefined : verifyingKeyOf(jwk);
};

/** The key of an id: the caller's own, or why not. A key of another organisation never signs for the caller. */
export const keyOfCaller =
  (caller: Counterparty, counterparties: readonly Counterparty[]) =>
  async (keyid: string): Promise<KeyFound> =>
    (await keyIn(caller.keys, keyid)) ??
    (counterparties.some(({ keys }) => keys.some(({ kid }) => kid === keyid))
      ? 'FOREIGN'
      : 'UNKNOWN');

/**
 * Step 3 of judgement in class `signed-messages`: the bytes that came are those that the organisation of the token
 * signed, for here, now, and for the first time.
 */
export const signatureGate =
  (
    profile: SignatureProfile,
    options: Pick<MockOptions, 'baseUrl' | 'counterparties' | 'wallClock'>,
    isNew: SeenOnce,
  ): ((request: Request, bytes: Uint8Array, caller: Counterparty) => Promise<SignedRequest>) =>
  async (request, bytes, caller) => {
    const asked: SignedRequest = {
      method: request.method,
      targetUri: targetUriOf(request.url, options.baseUrl),
      headers: request.headers,
      body: bytes,
    };
    const verdict = await profile.verifyRequest(asked, {
      keyOf: keyOfCaller(caller, options.counterparties),
      now: options.wallClock(),
    });
    if (!verdict.ok) throw new Refusal(verdict.code);
    const { keyid, nonce } = verdict;
    if (!(await isNew('nonce', `${caller.partyId}/${keyid}/${nonce}`, NONCE_LIFE)))
      throw new Refusal('SIGNATURE_INVALID');
    return asked;
  };

/** The same answer, signed and bound to the request that it is for. */
export const signedAnswer = async (
  profile: SignatureProfile,
  response: Response,
  asked: SignedRequest,
  key: SigningKey,
  now: number,
): Promise<Response> => {
  const body = new Uint8Array(await response.arrayBuffer());
  const headers = await profile.signResponse(
    { status: response.status, headers: response.headers, body },
    asked,
    { key, now },
  );
  return new Response(body.length === 0 ? null : body, { status: response.status, headers });
};
