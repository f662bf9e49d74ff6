import type { ServiceabilityCheck, ServiceabilityResult } from '@openwaybill/schemas';
import type { Behaviour } from '../engine/call.ts';
import { type Lane, productsOn, restrictionsOf, transitDays } from '../orders/serviceability.ts';
import { courierWorld } from '../world/courier-world.ts';

const ALL_MODES = ['DOOR', 'LOCKER', 'SERVICE_POINT', 'NEIGHBOUR', 'CONCIERGE'] as const;

type Result = ServiceabilityResult['results'][number];

export const checkServiceability: Behaviour = async (call) => {
  const world = courierWorld(call.system.options);
  const resultOf = (lane: Lane): Result => {
    const restrictions = restrictionsOf(world, lane) as Result['restrictions'];
    const products = productsOn(world, lane) as Result['products'];
    const [minTransitDayCount, maxTransitDayCount] = transitDays(lane);
    const isOnMap = products.length > 0;
    return {
      reachable: restrictions.length === 0,
      products,
      restrictions,
      terminalModes: isOnMap ? [...ALL_MODES] : [],
      ...(isOnMap ? { minTransitDayCount, maxTransitDayCount } : {}),
    };
  };
  const { lanes } = call.body as ServiceabilityCheck;
  const body: ServiceabilityResult = { results: lanes.map(resultOf) };
  return { status: 200, body };
};
