/** The codes of a parcel that goes from the shipper's door to the consignee's without any trouble. */
export const physicalRoute = [
  'PICKED_UP',
  'ARRIVED_HUB',
  'DEPARTED_HUB',
  'ARRIVED_DELIVERY_BRANCH',
  'OUT_FOR_DELIVERY',
  'DELIVERED',
] as const;
