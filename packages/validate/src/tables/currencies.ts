import { MINOR_UNITS } from '../generated/tables.mjs';

/** Decimals of a currency of ISO 4217; `undefined` for letters that it does not list. */
export const minorUnitsOf = (currency: string): number | undefined =>
  Object.hasOwn(MINOR_UNITS, currency) ? MINOR_UNITS[currency] : undefined;
