import type { Location, Order, Region } from '@openwaybill/schemas';
import { eventCodeEntry } from '@openwaybill/schemas';
import { hubOf, type Network, placeOf } from './network.ts';

/** Where a parcel of an unknown address is seen. */
const HOME: Region = {
  countryCode: 'CN',
  regionCode: '210202',
  regionCodeVersion: 'NBS-2023',
  provinceName: '辽宁省',
  cityName: '大连市',
  districtName: '中山区',
};

type MaskedPlace = Pick<
  Region,
  'provinceName' | 'cityName' | 'districtName' | 'regionCode' | 'regionCodeVersion'
>;

/** Region down to the district, which is as far as a scan tells. */
const toDistrict = (place: MaskedPlace & { readonly countryCode?: string }): Region => {
  const { regionCode, regionCodeVersion, provinceName, cityName, districtName } = place;
  if (regionCode === undefined || regionCodeVersion === undefined) return HOME;
  return {
    countryCode: place.countryCode ?? 'CN',
    regionCode: regionCode.slice(0, 6),
    regionCodeVersion,
    ...(provinceName === undefined ? {} : { provinceName }),
    ...(cityName === undefined ? {} : { cityName }),
    ...(districtName === undefined ? {} : { districtName }),
  };
};

/** Where an order starts. */
export const originOf = (order: Pick<Order, 'shipper'>): Region => {
  const { pickupAddress, addressMasked } = order.shipper;
  const place = pickupAddress?.region ?? addressMasked;
  return place === undefined ? HOME : toDistrict(place as MaskedPlace);
};

/** Where it goes. */
export const destinationOf = (order: Pick<Order, 'consignee'>): Region =>
  toDistrict(order.consignee.addressMasked as MaskedPlace);

const HUB_CODES = ['ARRIVED_HUB', 'DEPARTED_HUB', 'CONSOLIDATED', 'SORTED'];
const POINTS: Readonly<Record<string, 'LOCKER' | 'STATION'>> = {
  DEPOSITED_LOCKER: 'LOCKER',
  DEPOSITED_STATION: 'STATION',
};
const NAMES = {
  BRANCH: '演示网点',
  HUB: '演示转运中心',
  LOCKER: '演示快件箱',
  STATION: '演示驿站',
};
/** Offices of exchange of no existence, in the form of their codes. */
const OFFICES: readonly (readonly [RegExp, string, string])[] = [
  [/^EXPORT_OE_/, 'CNDLCA', '演示出口互换局'],
  [/^TRANSIT_OE_/, 'ZZTRNA', '演示中转互换局'],
  [/^IMPORT_OE_/, 'ZZIMPA', '演示进口互换局'],
];
/** Ranks from here on belong to the end of the way. */
const DESTINATION_RANK = 600;

/** The branch of a district, by its id. */
export const branchIdOf = ({ regionCode = '' }: Pick<Region, 'regionCode'>): string =>
  `ZZ-${regionCode}-BRANCH`;

/** The courier's facility at which a parcel of an order is seen by a scan of a code; hubs are those of its network. */
export const facilityOf = (
  order: Pick<Order, 'shipper' | 'consignee'>,
  code: string,
  network: Network | undefined,
): Location => {
  const isAtEnd = (eventCodeEntry(code)?.rank ?? 0) >= DESTINATION_RANK;
  const region = isAtEnd ? destinationOf(order) : originOf(order);
  const office = OFFICES.find(([codes]) => codes.test(code));
  if (office !== undefined)
    return {
      region,
      facilityId: office[1],
      facilityType: 'EXCHANGE_OFFICE',
      facilityName: office[2],
    };
  const type = POINTS[code] ?? (HUB_CODES.includes(code) ? 'HUB' : 'BRANCH');
  const hub = type === 'HUB' && network !== undefined ? hubOf(network, region) : undefined;
  if (hub !== undefined) return placeOf(hub);
  return {
    region,
    facilityId: type === 'BRANCH' ? branchIdOf(region) : `ZZ-${region.regionCode}-${type}`,
    facilityType: type,
    facilityName: `${region.cityName ?? ''}${region.districtName ?? ''}${NAMES[type]}`,
  };
};
