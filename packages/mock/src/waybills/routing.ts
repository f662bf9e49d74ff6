import type { Order, Waybill } from '@openwaybill/schemas';
import { destinationOf } from '../world/facility.ts';

/** Three-part sorting code (三段码): prefecture, district, route of the last mile. */
export const routingOf = (order: Pick<Order, 'consignee'>): Waybill['routing'] => {
  const { regionCode = '000000', districtName, cityName } = destinationOf(order);
  const prefecture = regionCode.slice(0, 4);
  const district = regionCode.slice(4, 6);
  const label = districtName ?? cityName;
  return {
    sortingCode: `${prefecture}-${district}-01`,
    destinationHub: `ZZ-H-${prefecture}`,
    destinationBranch: `ZZ-B-${regionCode}`,
    ...(label === undefined ? {} : { routeLabel: label }),
  };
};
