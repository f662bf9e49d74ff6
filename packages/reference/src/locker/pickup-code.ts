/** Digits of a code. With five tries every ten minutes for three days, one in 46,000 lockers would open to a guesser. */
const DIGITS = 8;

/** The largest multiple of ten that a byte holds: what lies above would make the digits 0 to 5 more likely. */
const FAIR_BYTES = 250;

/** A code of random digits. It takes nothing but random bytes, so that it cannot be derived from anything. */
export const pickupCode = (randomBytes: (count: number) => Uint8Array): string => {
  let code = '';
  while (code.length < DIGITS)
    for (const byte of randomBytes(DIGITS))
      if (byte < FAIR_BYTES && code.length < DIGITS) code += String(byte % 10);
  return code;
};
