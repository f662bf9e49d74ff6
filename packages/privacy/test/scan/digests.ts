import { createHash } from 'node:crypto';
import type { Digest } from '../../src/scan/index.ts';

/** The digests that are mistaken for tokens. */
export const digests: readonly Digest[] = ['md5', 'sha1', 'sha256', 'sha512', 'sm3'].map(
  (name) => ({
    name,
    of: (bytes) => createHash(name).update(bytes).digest('hex'),
  }),
);
