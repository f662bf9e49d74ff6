const sumOf = (body: string): number => {
  let sum = 0;
  for (let place = 0; place < body.length; place++) {
    const digit = body.charCodeAt(body.length - 1 - place) - 48;
    sum += place % 2 === 0 ? digit * 3 : digit;
  }
  return sum;
};

const LENGTHS: ReadonlySet<number> = new Set([8, 12, 13, 14, 18]);

/** GS1 modulo 10 (General Specifications 7.9): from the right, times 3, 1, 3, 1, ... */
export const gs1 = {
  /** The check digit that follows a body of digits. */
  checkDigitOf: (body: string): string => String((10 - (sumOf(body) % 10)) % 10),
  /** A GTIN, GLN or SSCC, its check digit last. */
  isValid: (key: string): boolean =>
    LENGTHS.has(key.length) &&
    /^[0-9]+$/.test(key) &&
    gs1.checkDigitOf(key.slice(0, -1)) === key.slice(-1),
};
