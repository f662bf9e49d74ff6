import { base64url } from '@openwaybill/validate';
import type { CryptoKey } from 'jose';

/** An Ed25519 key pair (RFC 8037) of this system, with its public half as published by `getKeys`. */
export type SigningKey = {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly publicJwk: Readonly<Record<string, string>>;
};

/** The keys of this system. While they rotate, the former one stands after the one that took its place. */
export type Keys = {
  /** Signs tokens, answers and agreements. */
  readonly current: SigningKey;
  /** Each signs every event. */
  readonly signing: readonly SigningKey[];
  readonly published: readonly SigningKey[];
  /** The public key to which others seal what they reveal to us. */
  readonly sealing: Readonly<Record<string, string>>;
  /** Its private half, which opens what was sealed. */
  readonly opening: SealingPair['privateJwk'];
};

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

/** The bearer token by which a counterparty first calls a party of a sandbox, stable over restarts. */
export const developmentToken = async (
  seed: number,
  partyId: string,
  counterparty: string,
): Promise<string> =>
  `owm_dev_${base64url(await derive(seed, `token:${partyId}:${counterparty}`))}`;

/** DER of a PKCS #8 document that holds a raw Ed25519 private key (RFC 8410 section 7). */
const ed25519Document = (secret: Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.of(
    ...[0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70],
    ...[0x04, 0x22, 0x04, 0x20],
    ...secret,
  );

/** The same for a private key on P-256, without its public half (RFC 5915). */
const p256Document = (secret: Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.of(
    ...[0x30, 0x41, 0x02, 0x01, 0x00, 0x30, 0x13],
    ...[0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01],
    ...[0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07],
    ...[0x04, 0x27, 0x30, 0x25, 0x02, 0x01, 0x01, 0x04, 0x20],
    ...secret,
  );

const kidOf = async (x: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', encoder.encode(x));
  return base64url(new Uint8Array(digest)).slice(0, 16);
};

/** The key pair of a party, for development: it follows from the seed. */
export const signingKeyOf = async (seed: number, label: string): Promise<SigningKey> => {
  const secret = await derive(seed, `ed25519:${label}`);
  const document = ed25519Document(secret);
  const privateKey = await crypto.subtle.importKey('pkcs8', document, 'Ed25519', true, ['sign']);
  const { x } = await crypto.subtle.exportKey('jwk', privateKey);
  if (x === undefined) throw new Error('an Ed25519 key has no public half');
  const publicKey = await crypto.subtle.importKey(
    'jwk',
    { kty: 'OKP', crv: 'Ed25519', x },
    'Ed25519',
    true,
    ['verify'],
  );
  const kid = await kidOf(x);
  return {
    kid,
    privateKey,
    publicKey,
    publicJwk: { kty: 'OKP', crv: 'Ed25519', x, kid, use: 'sig', alg: 'EdDSA' },
  };
};

type PointJwk = {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly alg: string;
};
type SealingPair = {
  readonly publicJwk: PointJwk & { readonly use: string };
  readonly privateJwk: PointJwk & { readonly d: string };
};

/** The key pair (P-256, JWK) by which fields are sealed for a party, for development: it follows from the seed. */
export const sealingPairOf = async (seed: number, label: string): Promise<SealingPair> => {
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const document = p256Document(await derive(seed, `p256:${label}`));
  const key = await crypto.subtle.importKey('pkcs8', document, curve, true, ['deriveBits']);
  const { x, y, d } = await crypto.subtle.exportKey('jwk', key);
  if (x === undefined || y === undefined || d === undefined)
    throw new Error('a P-256 key has no public half');
  const common = { kty: 'EC', crv: 'P-256', x, y, kid: await kidOf(x), alg: 'ECDH-ES+A256KW' };
  return { publicJwk: { ...common, use: 'enc' }, privateJwk: { ...common, d } };
};

/** The public half alone. */
export const sealingKeyOf = async (
  seed: number,
  label: string,
): Promise<Readonly<Record<string, string>>> => (await sealingPairOf(seed, label)).publicJwk;
