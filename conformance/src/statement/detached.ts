import {
  CompactSign,
  calculateJwkThumbprint,
  compactVerify,
  decodeProtectedHeader,
  errors,
  importJWK,
  type JWK,
} from 'jose';
import { isStatementKey, publicPart } from './statement-key.ts';
import type { TrustedKey } from './verify-statement.ts';

/** What is known of a signature that stands beside its content (RFC 7515, appendix F). */
export type DetachedSignature =
  | {
      readonly is: 'good';
      /** Thumbprint of the key that signed (RFC 7638), whatever the header calls it. */
      readonly key: string;
      /** The key among those that the reader trusts; absent: it is none of them. */
      readonly trusted?: TrustedKey;
    }
  /** `form`: it is no such signature. `bytes`: the content is another than what was signed. */
  | { readonly is: 'wrong'; readonly why: 'form' | 'bytes' };

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** Signs bytes as a compact JWS without its payload; `typ` says what they are. The same key and bytes give the same. */
export const signDetached = async (bytes: Uint8Array, key: JWK, typ: string): Promise<string> => {
  const jws = await new CompactSign(bytes)
    .setProtectedHeader({
      alg: 'EdDSA',
      typ,
      kid: key.kid ?? (await calculateJwkThumbprint(publicPart(key))),
      jwk: publicPart(key),
    })
    .sign(await importJWK(key, 'EdDSA'));
  const [head = '', , signature = ''] = jws.split('.');
  return `${head}..${signature}`;
};

/** What jose says of a text that is no JWS: anybody may have written it. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof errors.JOSEError || error instanceof TypeError || error instanceof SyntaxError;

/** What is said of a key that is none, or of bytes that it did not sign. */
const isUnfit = (error: unknown): boolean =>
  error instanceof errors.JOSEError || error instanceof DOMException;

const keyIn = (head: string, typ: string): JWK | undefined => {
  try {
    const header = decodeProtectedHeader({ protected: head });
    return header.typ === typ && isStatementKey(header.jwk) ? header.jwk : undefined;
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
};

/** Verifies a signature that stands beside its content; the key is in its header, and is believed only as `trusted`. */
export const verifyDetached = async (
  jws: string,
  bytes: Uint8Array,
  typ: string,
  trusted: readonly TrustedKey[] = [],
): Promise<DetachedSignature> => {
  const [head = '', payload, signature = '', ...more] = jws.trim().split('.');
  const key = keyIn(head, typ);
  if (key === undefined || payload !== '' || signature === '' || more.length > 0)
    return { is: 'wrong', why: 'form' };
  try {
    await compactVerify(`${head}.${base64url(bytes)}.${signature}`, await importJWK(key, 'EdDSA'), {
      algorithms: ['EdDSA', 'Ed25519'],
    });
  } catch (error) {
    if (isUnfit(error)) return { is: 'wrong', why: 'bytes' };
    throw error;
  }
  const known = trusted.find(({ x }) => x === key.x);
  return {
    is: 'good',
    key: await calculateJwkThumbprint(publicPart(key)),
    ...(known === undefined ? {} : { trusted: known }),
  };
};
