/** A random UUID (RFC 9562 section 5.4). It is made once a call and never derived from data. */
export const idempotencyKey = (random: (count: number) => Uint8Array): string => {
  const bytes = [...random(16)].map((byte, at) => {
    if (at === 6) return (byte & 0x0f) | 0x40; // version 4
    return at === 8 ? (byte & 0x3f) | 0x80 : byte; // variant
  });
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
