import { grai } from './grai.ts';
import { gs1 } from './gs1.ts';

/** An asset of reusable packaging: a GRAI, or `RA` and 13 digits with a GS1 check digit. */
export const assetId = {
  /** The check digit that follows the 12 digits of either form. */
  checkDigitOf: (body: string): string => gs1.checkDigitOf(body),
  isValid: (asset: string): boolean =>
    asset.startsWith('RA')
      ? asset.length === 15 && gs1.isValid(asset.slice(2))
      : grai.isValid(asset),
};
