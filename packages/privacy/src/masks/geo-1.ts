/** Who asks for the exact point of a person, and at what stage of the parcel. */
export type PointViewer = {
  readonly role: string;
  readonly facet?: string;
  readonly assigned: boolean;
  readonly stage: string;
};

/**
 * The exact point of a person's address, for the assigned delivery person while out for delivery; for everybody else
 * it is absent, and a map takes the centre of the region.
 */
export const geo1 = <P>(point: P, viewer: PointViewer): P | undefined =>
  viewer.role === 'courier' &&
  viewer.facet === 'LAST_MILE' &&
  viewer.assigned &&
  viewer.stage === 'OUT_FOR_DELIVERY'
    ? point
    : undefined;
