import { gs1, s10 } from '@openwaybill/validate';

/** Kinds of number that a check digit tells. */
export type NumberKind = 'S10' | 'SSCC' | 'GTIN' | 'GLN';

const KINDS: readonly (readonly [NumberKind, RegExp, (value: string) => boolean])[] = [
  ['S10', /^([A-Z]{2}[0-9]{9}[A-Z]{2})$/, s10.isValid],
  // Labels print an SSCC behind its application identifier 00 (GS1 General Specifications 3.2).
  ['SSCC', /^(?:00|[(]00[)])?([0-9]{18})$/, gs1.isValid],
  ['GTIN', /^([0-9]{8}|[0-9]{12,14})$/, gs1.isValid],
  ['GLN', /^([0-9]{13})$/, gs1.isValid],
];

/**
 * Every kind that a number can be by its form and its check digit, spaces aside; 13 digits may be a GTIN or a
 * GLN.
 */
export const recogniseNumber = (value: string): readonly NumberKind[] => {
  const number = value.replace(/\s/g, '');
  return KINDS.filter(([, form, isValid]) => {
    const key = form.exec(number)?.[1];
    return key !== undefined && isValid(key);
  }).map(([kind]) => kind);
};
