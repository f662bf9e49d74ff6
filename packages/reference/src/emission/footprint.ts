import { epochMillis, type ParcelFootprint, type TransportLegReport } from '@openwaybill/schemas';
import { shareOut } from './share-out.ts';

/** What sharing reads of a leg. */
export type SharedLeg = Pick<
  TransportLegReport,
  'legId' | 'distanceMetres' | 'energyWattHours' | 'co2eGrams' | 'parcels' | 'departedAt'
>;

/** Share of one parcel in one leg. */
export type ParcelShare = {
  readonly waybillNo: string;
  readonly co2eGrams: number;
  readonly energyWattHours: number;
};

/** Shares of the parcels of a leg by grams times metres, in the order of the leg; none on an empty run. */
export const legSharesOf = (
  leg: Omit<SharedLeg, 'legId' | 'departedAt'>,
): readonly ParcelShare[] => {
  const sharers = leg.parcels.map(({ waybillNo, weightGrams }) => ({
    key: waybillNo,
    weight: BigInt(weightGrams) * BigInt(leg.distanceMetres),
  }));
  const emission = shareOut(leg.co2eGrams, sharers);
  const energy = shareOut(leg.energyWattHours, sharers);
  return sharers.map(({ key }) => ({
    waybillNo: key,
    co2eGrams: emission.get(key) ?? 0,
    energyWattHours: energy.get(key) ?? 0,
  }));
};

const inOrder = (a: SharedLeg, b: SharedLeg): number =>
  epochMillis(a.departedAt) - epochMillis(b.departedAt) ||
  (a.legId < b.legId ? -1 : a.legId > b.legId ? 1 : 0);

/** The footprint of a parcel: its share in each leg that carried it, by departure. */
export const footprintOf = (waybillNo: string, legs: readonly SharedLeg[]): ParcelFootprint => {
  const shares = [...legs].sort(inOrder).flatMap((leg) => {
    const own = legSharesOf(leg).find((share) => share.waybillNo === waybillNo);
    return own === undefined
      ? []
      : [{ legId: leg.legId, co2eGrams: own.co2eGrams, energyWattHours: own.energyWattHours }];
  });
  return {
    waybillNo,
    legs: shares,
    totalCo2eGrams: shares.reduce((sum, { co2eGrams }) => sum + co2eGrams, 0),
  };
};
