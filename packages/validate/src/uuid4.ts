import { hex } from './hex.ts';

/** A random UUID (RFC 9562, version 4) from secure bytes. */
export const uuid4 = (secure: (byteCount: number) => Uint8Array): string => {
  const bytes = secure(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};
