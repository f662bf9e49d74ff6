/** Values of the letters (49 CFR 565.15): A to H are 1 to 8, J to R 1 to 9, S to Z 2 to 9. */
const VALUES: Readonly<Record<string, number>> = Object.fromEntries(
  [...'ABCDEFGH.JKLMN.P.R.STUVWXYZ'].map((letter, place) => [letter, (place % 9) + 1]),
);

const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** Vehicle identification number (ISO 3779): position 9, which not every market uses. */
export const vin = {
  /** The character of position 9, whatever stands there now. */
  checkDigitOf: (number: string): string => {
    const sum = WEIGHTS.reduce((total, weight, place) => {
      const character = number.charAt(place);
      return total + weight * (VALUES[character] ?? (Number(character) || 0));
    }, 0);
    return sum % 11 === 10 ? 'X' : String(sum % 11);
  },
  isValid: (number: string): boolean =>
    /^[A-HJ-NPR-Z0-9]{17}$/.test(number) && vin.checkDigitOf(number) === number[8],
};
