const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Unified social credit code (GB 32100-2015): weights 3^i modulo 31 over an alphabet without I, O, S, V, Z. */
export const uscc = {
  /** The character that follows the first 17. */
  checkDigitOf: (body: string): string => {
    const sum = WEIGHTS.reduce(
      (total, weight, place) => total + weight * ALPHABET.indexOf(body.charAt(place)),
      0,
    );
    return ALPHABET.charAt((31 - (sum % 31)) % 31);
  },
  isValid: (code: string): boolean =>
    /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code) && uscc.checkDigitOf(code.slice(0, 17)) === code[17],
};
