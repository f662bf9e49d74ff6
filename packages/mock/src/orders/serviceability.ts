import type { OrderSubmission, Region, ServiceabilityCheck } from '@openwaybill/schemas';
import { codesOf, ServiceProduct } from '@openwaybill/schemas';
import type { CourierWorld } from '../world/courier-world.ts';
import { destinationOf, originOf } from '../world/facility.ts';

/** One lane as it is asked for: by a check, or by an order. */
export type Lane = Pick<
  ServiceabilityCheck['lanes'][number],
  'origin' | 'destination' | 'product' | 'weightGrams' | 'dimensions' | 'traits'
>;

/** A product of a later list counts as the fallback of the list. */
const productOf = (code: string): string =>
  Object.hasOwn(codesOf(ServiceProduct), code) ? code : 'STANDARD';

const isServed = (world: CourierWorld, region: Region): boolean =>
  region.countryCode === 'CN' &&
  !world.unservedRegions.some((prefix) => region.regionCode?.startsWith(prefix));

const isSameCity = (a: Region, b: Region): boolean =>
  a.regionCode !== undefined && a.regionCode.slice(0, 4) === b.regionCode?.slice(0, 4);

/** Products offered on a lane, whatever is sent. */
export const productsOn = (world: CourierWorld, lane: Lane): readonly string[] =>
  isServed(world, lane.origin) && isServed(world, lane.destination)
    ? world.products.filter(
        (product) => product !== 'SAME_DAY' || isSameCity(lane.origin, lane.destination),
      )
    : [];

/** Why a lane is not served as it is asked for; nothing where it is. */
export const restrictionsOf = (world: CourierWorld, lane: Lane): readonly string[] => {
  const offered = productsOn(world, lane);
  if (offered.length === 0) return ['OUT_OF_AREA'];
  const product = productOf(lane.product);
  const limit = product === 'HEAVY' ? world.maxHeavyWeightGrams : world.maxWeightGrams;
  const longest = Math.max(
    lane.dimensions?.lengthMillimetres ?? 0,
    lane.dimensions?.widthMillimetres ?? 0,
    lane.dimensions?.heightMillimetres ?? 0,
  );
  return [
    ...(offered.includes(product) ? [] : ['PRODUCT_NOT_OFFERED']),
    ...((lane.weightGrams ?? 0) > limit ? ['OVERWEIGHT'] : []),
    ...(longest > world.maxSideMillimetres ? ['OVERSIZE'] : []),
  ];
};

/** Days from pickup to delivery, at least and at most. */
export const transitDays = (
  lane: Pick<Lane, 'origin' | 'destination'>,
): readonly [number, number] => {
  const from = lane.origin.regionCode ?? '';
  const to = lane.destination.regionCode ?? '';
  if (from.slice(0, 4) === to.slice(0, 4)) return [1, 1];
  return from.slice(0, 2) === to.slice(0, 2) ? [1, 2] : [2, 4];
};

/** The lanes of an order, one a package, so that a check and a decision cannot differ. */
export const lanesOf = (
  submission: Pick<OrderSubmission, 'shipper' | 'consignee' | 'packages' | 'service'>,
): readonly Lane[] =>
  submission.packages.map(({ weightGrams, dimensions }) => ({
    origin: originOf(submission),
    destination: destinationOf(submission),
    product: submission.service.product,
    ...(weightGrams === undefined ? {} : { weightGrams }),
    ...(dimensions === undefined ? {} : { dimensions }),
  }));
