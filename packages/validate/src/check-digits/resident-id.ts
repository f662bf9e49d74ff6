const FORM = /^[0-9]{6}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHARACTERS = '10X98765432';

/** Number of a resident identity card (GB 11643, ISO 7064 MOD 11-2). No message carries one; this finds one that does. */
export const residentId = {
  isValid: (text: string): boolean =>
    FORM.test(text) &&
    CHARACTERS.charAt(
      WEIGHTS.reduce((sum, weight, place) => sum + weight * Number(text.charAt(place)), 0) % 11,
    ) === text.charAt(17),
};
