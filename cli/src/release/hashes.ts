import { createHash, getHashes } from 'node:crypto';
import type { Hashes } from '@openwaybill/emit';

const hashOf =
  (algorithm: string) =>
  (bytes: Uint8Array): string =>
    createHash(algorithm).update(bytes).digest('hex');

/** SHA-256, and SM3 (GB/T 32905) where the OpenSSL of this Node has it. */
export const hashes = (): Hashes => ({
  sha256: hashOf('sha256'),
  ...(getHashes().includes('sm3') ? { sm3: hashOf('sm3') } : {}),
});
