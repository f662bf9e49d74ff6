/** Keeps a byte order mark, so that it can be refused. */
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly rule: 'size' | 'utf8' | 'byte-order-mark' };

/** A text is as large as its UTF-8, which is at least its length and at most three times it. */
const isTooLarge = (source: Uint8Array | string, maxBytes: number): boolean =>
  source.length > maxBytes ||
  (typeof source === 'string' &&
    source.length * 3 > maxBytes &&
    new TextEncoder().encode(source).length > maxBytes);

const textOf = (source: Uint8Array | string): string | undefined => {
  if (typeof source === 'string') return source;
  try {
    return UTF8.decode(source);
  } catch {
    return undefined;
  }
};

/** Bytes or text as text, without a byte order mark. */
export const decode = (source: Uint8Array | string, maxBytes: number): Decoded => {
  if (isTooLarge(source, maxBytes)) return { ok: false, rule: 'size' };
  const text = textOf(source);
  if (text === undefined) return { ok: false, rule: 'utf8' };
  return text.startsWith('\uFEFF') ? { ok: false, rule: 'byte-order-mark' } : { ok: true, text };
};
