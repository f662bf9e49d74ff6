import type { Order, Waybill } from '@openwaybill/schemas';
import { branchIdOf, destinationOf } from '../world/facility.ts';
import { hubOf, type Network } from '../world/network.ts';

/** Three-part sorting code (三段码): prefecture, district, route of the last mile; with the hub and the branch of its end. */
export const routingOf = (
  order: Pick<Order, 'consignee'>,
  network: Network | undefined,
): Waybill['routing'] => {
  const { regionCode = '000000', districtName, cityName } = destinationOf(order);
  const hub = network === undefined ? undefined : hubOf(network, { regionCode });
  const prefecture = regionCode.slice(0, 4);
  const district = regionCode.slice(4, 6);
  const label = districtName ?? cityName;
  return {
    sortingCode: `${prefecture}-${district}-01`,
    destinationHub: hub?.facilityId ?? `ZZ-H-${prefecture}`,
    destinationBranch: branchIdOf({ regionCode }),
    ...(label === undefined ? {} : { routeLabel: label }),
  };
};
