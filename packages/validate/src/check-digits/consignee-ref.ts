const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const PREFIX = 'cr1_';

/** The check character of a `ConsigneeRef`: Luhn modulo 64 over 22 base64url characters. */
export const consigneeRef = {
  /** The character that follows the 22 random ones. */
  checkDigitOf: (body: string): string => {
    let sum = 0;
    for (let place = 0; place < body.length; place++) {
      const value = ALPHABET.indexOf(body.charAt(body.length - 1 - place));
      const product = place % 2 === 0 ? value * 2 : value;
      sum += Math.floor(product / 64) + (product % 64);
    }
    return ALPHABET.charAt((64 - (sum % 64)) % 64);
  },
  isValid: (reference: string): boolean =>
    /^cr1_[A-Za-z0-9_-]{23}$/.test(reference) &&
    consigneeRef.checkDigitOf(reference.slice(PREFIX.length, -1)) === reference.slice(-1),
};
