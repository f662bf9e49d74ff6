import {
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  randomUUID,
  sign,
  verify,
} from 'node:crypto';
import type { Bag } from './form.ts';
import { base64, type Client, refuse, type World } from './wire.ts';

const partOf = (jws: string, at: number): Bag =>
  JSON.parse(Buffer.from(jws.split('.')[at] ?? '', 'base64url').toString()) as Bag;
const publicKeyOf = (key: Bag): KeyObject =>
  createPublicKey({ key: key as JsonWebKey, format: 'jwk' });

/** The payload of a compact JWS (RFC 7515), whoever signed it. */
export const payloadOf = (jws: string): Bag => partOf(jws, 1);

/** Keys, tokens and signatures of a party. */
export const openTokens = ({ url, now, clients }: World) => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const kid = 'witness-1';
  const assertions = new Set<string>();
  const published = new Map<string, readonly Bag[]>();
  const signBytes = (bytes: Uint8Array): Buffer => sign(null, bytes, privateKey);
  const ownJws = (head: Bag, payload: unknown): string => {
    const text = `${base64(JSON.stringify({ alg: 'EdDSA', kid, ...head }))}.${base64(JSON.stringify(payload))}`;
    return `${text}.${base64(signBytes(Buffer.from(text)))}`;
  };
  const isSigned = (jws: string, key: KeyObject): boolean => {
    const [head = '', payload = '', signature = ''] = jws.split('.');
    const bytes = Buffer.from(signature, 'base64url');
    return (
      partOf(jws, 0).alg === 'EdDSA' &&
      base64(bytes) === signature &&
      verify(null, Buffer.from(`${head}.${payload}`), key, bytes)
    );
  };
  /** Answers a request for a token (RFC 7523). */
  const grant = (text: string): Response => {
    const oauth = (status: number, body: Bag) =>
      Response.json(body, {
        status,
        headers: { 'cache-control': 'no-store', 'openwaybill-sandbox': 'true' },
      });
    const asked = new URLSearchParams(text);
    if (asked.get('grant_type') !== 'client_credentials')
      return oauth(400, { error: 'unsupported_grant_type' });
    try {
      const jws = asked.get('client_assertion') ?? '';
      const claims = partOf(jws, 1);
      const client = clients.find(({ clientId }) => clientId === claims.sub);
      const key = client?.keys.find((one) => one.kid === partOf(jws, 0).kid);
      const seconds = now() / 1000;
      const id = `${claims.sub} ${claims.jti}`;
      if (
        client !== undefined &&
        key !== undefined &&
        asked.get('client_assertion_type') ===
          'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' &&
        claims.iss === claims.sub &&
        [claims.aud].flat().includes(`${url}/token`) &&
        Number(claims.exp) > seconds &&
        Number(claims.exp) <= seconds + 65 &&
        !(Number(claims.nbf ?? 0) > seconds + 5) &&
        !(Number(claims.iat ?? 0) > seconds + 5) &&
        typeof claims.jti === 'string' &&
        !assertions.has(id) &&
        isSigned(jws, publicKeyOf(key))
      ) {
        assertions.add(id);
        const token = ownJws(
          { typ: 'at+jwt' },
          {
            iss: url,
            sub: client.clientId,
            aud: url,
            iat: Math.floor(seconds),
            exp: Math.floor(seconds) + 600,
            jti: randomUUID(),
            ow_org: client.partyId,
            ow_role: client.role,
            ow_agreements: [],
          },
        );
        return oauth(200, { access_token: token, token_type: 'Bearer', expires_in: 600 });
      }
    } catch {
      // an assertion that cannot be read names no client
    }
    return oauth(401, { error: 'invalid_client' });
  };
  const callerOf = (authorization: string | null): Client => {
    const token =
      /^Bearer ([A-Za-z0-9._-]+)$/i.exec(authorization ?? '')?.[1] ?? refuse('UNAUTHENTICATED');
    try {
      const { sub, iss, aud, exp } = partOf(token, 1);
      const client = clients.find(({ clientId }) => clientId === sub);
      if (
        client !== undefined &&
        partOf(token, 0).kid === kid &&
        isSigned(token, publicKey) &&
        iss === url &&
        aud === url &&
        Number(exp) > now() / 1000
      )
        return client;
    } catch {
      // refused below
    }
    return refuse('UNAUTHENTICATED');
  };
  /** Who signed an event that came here (Standard Webhooks, `v1a`). */
  const senderOf = (headers: Headers, bytes: Uint8Array): Client => {
    const id = headers.get('webhook-id') ?? '';
    const at = headers.get('webhook-timestamp') ?? '';
    const signed = Buffer.concat([Buffer.from(`${id}.${at}.`), bytes]);
    const signatures = (headers.get('webhook-signature') ?? '')
      .split(' ')
      .filter((one) => one.startsWith('v1a,'))
      .map((one) => Buffer.from(one.slice(4), 'base64'));
    const sender = clients.find(({ keys, partyId }) =>
      [...keys, ...(published.get(partyId) ?? [])]
        .filter(({ crv }) => crv === 'Ed25519')
        .some((key) => signatures.some((one) => verify(null, signed, publicKeyOf(key), one))),
    );
    if (sender === undefined) return refuse('SIGNATURE_INVALID');
    if (!/^[0-9]{1,12}$/.test(at) || Math.abs(now() / 1000 - Number(at)) > 300)
      refuse('TIMESTAMP_SKEW');
    return sender;
  };
  return {
    kid,
    keys: [{ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'EdDSA' }],
    signBytes,
    ownJws,
    /** Whether a client of ours signed a JWS with the key that it names. */
    isSignedBy: (jws: string, { keys }: Client, keyId: unknown): boolean => {
      const key = keys.find((one) => one.kid === keyId);
      try {
        return key !== undefined && isSigned(jws, publicKeyOf(key));
      } catch {
        return false;
      }
    },
    /** Keys that a party published since it was registered. */
    learn: (party: string, keys: readonly Bag[]): void => {
      published.set(party, keys);
    },
    grant,
    callerOf,
    senderOf,
  };
};
/** Keys and tokens of a witness. */
export type Tokens = ReturnType<typeof openTokens>;
