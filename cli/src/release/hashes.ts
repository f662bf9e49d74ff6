import { createHash, getHashes } from 'node:crypto';
import type { Hashes } from '@openwaybill/emit';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';

const hashOf =
  (algorithm: string) =>
  (bytes: Uint8Array): string =>
    createHash(algorithm).update(bytes).digest('hex');

/** SHA-256, and SM3 (GB/T 32905) where the OpenSSL of this Node has it. */
export const hashes = (): Hashes => ({
  sha256: hashOf('sha256'),
  ...(getHashes().includes('sm3') ? { sm3: hashOf('sm3') } : {}),
});

/** Both digests of every file are needed where a manifest is written. */
export const noSm3: Complaint = {
  code: EXIT.environment,
  seen: { en: 'this Node has no SM3', zh: '此 Node 不提供 SM3' },
  wanted: { en: 'a manifest has both digests of every file', zh: '清单须含每个文件的两种摘要' },
  remedy: {
    en: 'use a Node whose OpenSSL has SM3, such as the official builds',
    zh: '请使用其 OpenSSL 含 SM3 的 Node，例如官方构建',
  },
};
