/** Two digits for each byte. */
const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The bytes in hexadecimal, lower case. */
export const hex = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += PAIRS[byte];
  return text;
};

/** The bytes of hexadecimal. */
export const fromHex = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
