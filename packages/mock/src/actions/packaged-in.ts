import type { OrderSubmission } from '@openwaybill/schemas';

type PackClass = NonNullable<OrderSubmission['packagingChoice']>['packClass'];

/** What this shop asks for a parcel in each class of packaging, in fen. */
const PACKAGING_PRICES: Readonly<Record<PackClass, number>> = {
  A_REUSABLE: 100,
  B_RECYCLED_OR_REDUCED: 150,
  C_BIODEGRADABLE: 260,
  D_CONVENTIONAL: 200,
};

/** The same goods and the same way for every buyer, in fen. */
const COMMODITY = 12_800;
const EXPRESS = 800;

const yuan = (minor: number) => ({ currency: 'CNY', minor });

/** The choice of a class of packaging, and charges in which it has a price of its own. */
export const packagedIn = (
  packClass: PackClass,
  chosenAt: string,
): Required<Pick<OrderSubmission, 'packagingChoice' | 'charges'>> => {
  const price = PACKAGING_PRICES[packClass];
  return {
    packagingChoice: {
      packClass,
      priceDifference: yuan(price - PACKAGING_PRICES.D_CONVENTIONAL),
      chosenAt,
    },
    charges: {
      commodity: yuan(COMMODITY),
      express: yuan(EXPRESS),
      vas: [],
      packaging: [{ packClass, amount: yuan(price) }],
      discounts: [],
      freeShipping: { applies: false },
      total: yuan(COMMODITY + EXPRESS + price),
    },
  };
};
