/** Tests that JSON Schema cannot state. The rule layer finds them by walking the schemas. */
export const CHECKS = {
  /** UPU S10: check digit and country. */
  s10: 'error',
  /** GS1 modulo 10 over the whole string of digits. */
  gs1: 'error',
  /** GS1 modulo 10 over the 13 digits after the leading 0. */
  grai: 'error',
  /** `RA` and GS1 modulo 10 over 13 digits, or as `grai`. */
  'asset-id': 'error',
  /** GB 32100 modulo 31. */
  uscc: 'error',
  /** As `uscc` when 18 characters long, else nothing. */
  'party-id': 'error',
  /** Luhn modulo 64. */
  'consignee-ref': 'error',
  /** Position 9, which is not used on every market. */
  vin: 'warning',
  /** The usual form of an express licence. */
  'licence-no': 'warning',
  /** No run of seven digits, in text that is not free text by its kind. */
  'digit-run': 'error',
} as const satisfies Record<string, 'error' | 'warning'>;
export type Check = keyof typeof CHECKS;

/** The annotation of a check, ready to be spread into a schema: `...check('s10')`. */
export const check = (name: Check): { readonly 'x-check': Check } => ({ 'x-check': name });

/** The level of a table of regions that a code is looked up in. An unknown one is a warning. */
export type RegionTable = 'country' | 'subdivision' | 'division' | 'town' | 'village';

/** The annotation of a table of regions, ready to be spread into a schema. */
export const region = (table: RegionTable): { readonly 'x-region': RegionTable } => ({
  'x-region': table,
});
