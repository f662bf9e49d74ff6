import type { CryptoKey } from 'jose';
import { base64url } from '../engine/invent.ts';

/** An Ed25519 key pair (RFC 8037) of this system, with its public half as published by `getKeys`. */
export type SigningKey = {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly publicJwk: Readonly<Record<string, string>>;
};

/** The key that signs tokens, events and agreements. Older ones join it when keys rotate. */
export type Keys = { readonly current: SigningKey; readonly published: readonly SigningKey[] };

const encoder = new TextEncoder();

/** 32 bytes that follow from the seed and a label (HKDF, RFC 5869), so that keys are stable over restarts. */
export const derive = async (seed: number, label: string): Promise<Uint8Array<ArrayBuffer>> => {
  const material = await crypto.subtle.importKey(
    'raw',
    encoder.encode(`openwaybill-mock:${seed}`),
    'HKDF',
    false,
    ['deriveBits'],
  );
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode(label) },
    material,
    256,
  );
  return new Uint8Array(bits);
};

/** DER prefix of a PKCS #8 document that holds a raw Ed25519 private key (RFC 8410 section 7). */
const PKCS8_ED25519 = Uint8Array.of(
  0x30,
  0x2e,
  0x02,
  0x01,
  0x00,
  0x30,
  0x05,
  0x06,
  0x03,
  0x2b,
  0x65,
  0x70,
  0x04,
  0x22,
  0x04,
  0x20,
);

/** The key pair of a party, for development: it follows from the seed. */
export const signingKeyOf = async (seed: number, label: string): Promise<SigningKey> => {
  const secret = await derive(seed, `ed25519:${label}`);
  const pkcs8 = new Uint8Array([...PKCS8_ED25519, ...secret]);
  const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
  const { x } = await crypto.subtle.exportKey('jwk', privateKey);
  if (x === undefined) throw new Error('an Ed25519 key has no public half');
  const publicKey = await crypto.subtle.importKey(
    'jwk',
    { kty: 'OKP', crv: 'Ed25519', x },
    'Ed25519',
    true,
    ['verify'],
  );
  const digest = await crypto.subtle.digest('SHA-256', encoder.encode(x));
  const kid = base64url(new Uint8Array(digest)).slice(0, 16);
  return {
    kid,
    privateKey,
    publicKey,
    publicJwk: { kty: 'OKP', crv: 'Ed25519', x, kid, use: 'sig', alg: 'EdDSA' },
  };
};
