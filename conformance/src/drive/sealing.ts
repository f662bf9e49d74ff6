import { CompactEncrypt, compactDecrypt, importJWK, type JWK } from 'jose';

const ALG = 'ECDH-ES+A256KW';

/** A text as a compact JWE (RFC 7516) that only the holder of this private key can open. */
export const sealTo = async ({ d: _private, ...key }: JWK, text: string): Promise<string> =>
  new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: ALG, enc: 'A256GCM', kid: String(key.kid) })
    .encrypt(await importJWK(key, ALG));

/** Whether a compact JWE opens with a private key. */
export const opens = async (key: JWK, sealed: string): Promise<boolean> => {
  try {
    await compactDecrypt(sealed, await importJWK(key, ALG));
    return true;
  } catch {
    return false;
  }
};
