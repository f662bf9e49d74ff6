import { splitCharges } from '@openwaybill/reference/pricing';
import type { ChargeSplit, OrderSubmission } from '@openwaybill/schemas';

type PackClass = NonNullable<OrderSubmission['packagingChoice']>['packClass'];
type Bearer = ChargeSplit['freeShipping']['bearer'];

/** What this shop asks for a parcel in each class of packaging, in fen. */
const PACKAGING_PRICES: Readonly<Record<PackClass, number>> = {
  A_REUSABLE: 100,
  B_RECYCLED_OR_REDUCED: 150,
  C_BIODEGRADABLE: 260,
  D_CONVENTIONAL: 200,
};

const yuan = (minor: number) => ({ currency: 'CNY', minor });

/** The same goods and the same way for every buyer. */
const COMMODITY = yuan(12_800);
const EXPRESS = yuan(800);

/** The choice of a class of packaging, where the buyer made one. */
export const packagingChosen = (
  packClass: PackClass | undefined,
  chosenAt: string,
): Pick<OrderSubmission, 'packagingChoice'> =>
  packClass === undefined
    ? {}
    : {
        packagingChoice: {
          packClass,
          priceDifference: yuan(PACKAGING_PRICES[packClass] - PACKAGING_PRICES.D_CONVENTIONAL),
          chosenAt,
        },
      };

/** Charges in which the delivery and the chosen packaging have prices of their own, whoever bears the delivery. */
export const chargedFor = (
  packClass: PackClass | undefined,
  freeShippingBearer: Bearer,
): Pick<OrderSubmission, 'charges'> => {
  if (packClass === undefined && freeShippingBearer === undefined) return {};
  const made = splitCharges({
    commodity: COMMODITY,
    express: EXPRESS,
    ...(packClass === undefined
      ? {}
      : { packaging: [{ packClass, amount: yuan(PACKAGING_PRICES[packClass]) }] }),
    ...(freeShippingBearer === undefined ? {} : { freeShippingBearer }),
  });
  if (!made.ok) throw new Error(`the shop's own prices cannot be split: ${made.reason}`);
  return { charges: made.split };
};
