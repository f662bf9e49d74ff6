/** Tests that JSON Schema cannot state. The rule layer finds them by walking the schemas. */
export type Check =
  /** UPU S10: check digit and country. */
  | 's10'
  /** GS1 modulo 10 over the whole string of digits. */
  | 'gs1'
  /** GS1 modulo 10 over the 13 digits after the leading 0. */
  | 'grai'
  /** `RA` and GS1 modulo 10 over 13 digits, or as `grai`. */
  | 'asset-id'
  /** GB 32100 modulo 31. */
  | 'uscc'
  /** As `uscc` when 18 characters long, else nothing. */
  | 'party-id'
  /** Luhn modulo 64. */
  | 'consignee-ref'
  /** Position 9, which is not used on every market. */
  | 'vin'
  /** The usual form of an express licence. */
  | 'licence-no'
  /** No run of seven digits, in text that is not free text by its kind. */
  | 'digit-run'
  /** No person is named, by a role, a title or a signature before or behind the name. */
  | 'named-person';

/** The annotation of a check, ready to be spread into a schema: `...check('s10')`. */
export const check = (name: Check): { readonly 'x-check': Check } => ({ 'x-check': name });

/** The level of a table of regions that a code is looked up in. An unknown one is a warning. */
export type RegionTable = 'country' | 'subdivision' | 'division' | 'town' | 'village';

/** The annotation of a table of regions, ready to be spread into a schema. */
export const region = (table: RegionTable): { readonly 'x-region': RegionTable } => ({
  'x-region': table,
});
