import { isCountry } from '../tables/countries.ts';

const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/** UPU S10: two letters, eight digits, a check digit, and the ISO 3166-1 country that issued it. */
export const s10 = {
  /** The digit that follows the eight of the serial. */
  checkDigitOf: (serial: string): string => {
    const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(serial[place]), 0);
    const digit = 11 - (sum % 11);
    return digit === 10 ? '0' : digit === 11 ? '5' : String(digit);
  },
  isValid: (number: string): boolean =>
    /^[A-Z]{2}[0-9]{9}[A-Z]{2}$/.test(number) &&
    s10.checkDigitOf(number.slice(2, 10)) === number[10] &&
    isCountry(number.slice(11)),
};
