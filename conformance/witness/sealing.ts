import {
  createCipheriv,
  createHash,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  type JsonWebKey,
  randomBytes,
} from 'node:crypto';
import type { Bag } from './form.ts';
import { base64 } from './wire.ts';

const ALG = 'ECDH-ES+A256KW';
const sized = (bytes: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};
/** The one round of Concat KDF that a key of 256 bits takes (RFC 7518, 4.6.2). */
const derived = (secret: Uint8Array): Buffer => {
  const round = Buffer.from([0, 0, 0, 1]);
  const bits = Buffer.from([0, 0, 1, 0]);
  const nobody = Buffer.alloc(8);
  return createHash('sha256')
    .update(Buffer.concat([round, secret, sized(Buffer.from(ALG)), nobody, bits]))
    .digest();
};

/** A compact JWE (RFC 7516) of a value, for the holder of a P-256 key; `bound` goes into its header, as critical. */
export const sealed = (key: Bag, value: unknown, more: Bag, bound: Bag): string => {
  const publicKey = createPublicKey({ key: key as JsonWebKey, format: 'jwk' });
  const once = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const content = randomBytes(32);
  const wrapping = derived(diffieHellman({ privateKey: once.privateKey, publicKey }));
  const wrap = createCipheriv('id-aes256-wrap', wrapping, Buffer.alloc(8, 0xa6));
  const wrapped = Buffer.concat([wrap.update(content), wrap.final()]);
  const head = base64(
    JSON.stringify({
      alg: ALG,
      enc: 'A256GCM',
      kid: key.kid,
      epk: once.publicKey.export({ format: 'jwk' }),
      ...more,
      ...bound,
      crit: Object.keys(bound),
    }),
  );
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', content, nonce).setAAD(Buffer.from(head));
  const text = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()]);
  return [head, ...[wrapped, nonce, text, cipher.getAuthTag()].map(base64)].join('.');
};
