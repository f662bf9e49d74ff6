import type { Dimensions } from '@openwaybill/schemas';
import { dividedUp } from './exact.ts';

/** What a package is charged by. */
export type BilledWeight = {
  readonly grams: number;
  readonly basis: 'WEIGHT' | 'VOLUMETRIC';
};

/**
 * Volume in cubic centimetres times 1000, divided by the divisor, rounded up once: cubic millimetres by the divisor.
 */
export const volumetricGrams = (
  { lengthMillimetres, widthMillimetres, heightMillimetres }: Dimensions,
  volumetricDivisor: number,
): number =>
  Number(
    dividedUp(
      BigInt(lengthMillimetres) * BigInt(widthMillimetres) * BigInt(heightMillimetres),
      BigInt(volumetricDivisor),
    ),
  );

/** The greater of actual and volumetric weight; the actual one where they are equal. */
export const billedWeight = (
  weightGrams: number,
  dimensions: Dimensions | undefined,
  volumetricDivisor: number,
): BilledWeight => {
  const volumetric = dimensions === undefined ? 0 : volumetricGrams(dimensions, volumetricDivisor);
  return volumetric > weightGrams
    ? { grams: volumetric, basis: 'VOLUMETRIC' }
    : { grams: weightGrams, basis: 'WEIGHT' };
};
