/** Two digits for each byte. */
const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The bytes in hexadecimal, lower case. */
export const hex = (bytes: Uint8Array): string => {
  const pairs: (string | undefined)[] = [];
  for (const byte of bytes) pairs.push(PAIRS[byte]);
  // one text: what is added up piece by piece lies in memory as a tree of its pieces
  return pairs.join('');
};

/** The bytes of hexadecimal. */
export const fromHex = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
