import type { webcrypto } from 'node:crypto';
import {
  type SignedRequest,
  signingKeyFrom,
  signRequest,
} from '../../src/signed-messages/index.ts';
import { verifyingKeyOf } from '../../src/signed-messages/keys.ts';

export const NOW = Date.UTC(2026, 10, 11);
export const URI = 'https://courier.test/v1/orders?status=ACCEPTED';

type Kind = 'Ed25519' | 'P-256';

const generated = (kind: Kind): Promise<webcrypto.CryptoKeyPair> =>
  kind === 'P-256'
    ? crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
    : (crypto.subtle.generateKey('Ed25519', true, [
        'sign',
        'verify',
      ]) as Promise<webcrypto.CryptoKeyPair>);

/** A key pair of a party of a test, as JWKs. */
export const pairOf = async (kind: Kind, kid: string) => {
  const { privateKey, publicKey } = await generated(kind);
  const privateJwk = { ...(await crypto.subtle.exportKey('jwk', privateKey)), kid };
  const publicJwk = { ...(await crypto.subtle.exportKey('jwk', publicKey)), kid };
  return { privateJwk, publicJwk, key: await signingKeyFrom(privateJwk) };
};

export type Pair = Awaited<ReturnType<typeof pairOf>>;

/** The keys of one party; every other id is unknown. */
export const keysOf =
  (...pairs: readonly Pair[]) =>
  async (keyid: string) =>
    (await verifyingKeyOf(pairs.find(({ key }) => key.kid === keyid)?.publicJwk ?? {})) ??
    ('UNKNOWN' as const);

export const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** A request as it is signed; every part may be another. */
export const request = (more: Partial<SignedRequest> = {}): SignedRequest => ({
  method: 'POST',
  targetUri: URI,
  headers: new Headers({
    Authorization: 'Bearer token',
    'Content-Type': 'application/json',
    'Idempotency-Key': '00000000-0000-4000-8000-000000000001',
  }),
  body: bytes('{"orderNo":"SO-1"}'),
  ...more,
});

let count = 0;
/** Another nonce each time. */
export const random = (length: number): Uint8Array => {
  count += 1;
  return new Uint8Array(length).fill(count);
};

/** A signed request of a party. */
export const signed = async (pair: Pair, more: Partial<SignedRequest> = {}, now = NOW) => {
  const plain = request(more);
  return { ...plain, headers: await signRequest(plain, { key: pair.key, now, random }) };
};
