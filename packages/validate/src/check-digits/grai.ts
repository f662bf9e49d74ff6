import { gs1 } from './gs1.ts';

/** GS1 Global Returnable Asset Identifier: a leading 0, 12 digits, their check digit, then an optional serial. */
export const grai = {
  /** The check digit that follows the 12 digits behind the leading 0. */
  checkDigitOf: (body: string): string => gs1.checkDigitOf(body),
  isValid: (asset: string): boolean =>
    /^0[0-9]{13}[A-Za-z0-9]{0,16}$/.test(asset) && gs1.isValid(asset.slice(1, 14)),
};
