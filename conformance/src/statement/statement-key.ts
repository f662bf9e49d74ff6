import type { JWK } from 'jose';

/** The 32 bytes of an Ed25519 key in base64url (RFC 8037 section 2). */
const BYTES = /^[A-Za-z0-9_-]{43}$/;

/** Whether a key can verify a statement: a public Ed25519 key. */
export const isStatementKey = (value: unknown): value is JWK => {
  const { kty, crv, x } = (value ?? {}) as JWK;
  return kty === 'OKP' && crv === 'Ed25519' && typeof x === 'string' && BYTES.test(x);
};

/** Whether a key can sign a statement: a private Ed25519 key. */
export const isSigningKey = (value: unknown): value is JWK =>
  isStatementKey(value) && typeof value.d === 'string' && BYTES.test(value.d);

/** The part of a key that others verify with. */
export const publicPart = ({ kty, crv, x }: JWK): JWK => ({
  ...(kty === undefined ? {} : { kty }),
  ...(crv === undefined ? {} : { crv }),
  ...(x === undefined ? {} : { x }),
});
