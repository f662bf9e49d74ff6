/** The bytes in base64 (RFC 4648 section 4). */
export const base64 = (bytes: Uint8Array): string => {
  let text = '';
  // a label is longer than the arguments that a call may have
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};

/** The bytes of base64; nothing where the text is none. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    return undefined;
  }
  // megabytes are read by this: a call for every byte would take seconds
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
};

/** The bytes in base64url without padding (RFC 4648 section 5). */
export const base64url = (bytes: Uint8Array): string =>
  base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** The bytes of base64url; nothing where the text is none. */
export const fromBase64url = (text: string): Uint8Array<ArrayBuffer> | undefined =>
  fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'));
