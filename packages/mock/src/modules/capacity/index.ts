import type { TrafficGuidance } from '@openwaybill/schemas';
import type { ModuleBehaviours } from '../../resources/hooks.ts';
import { resourceRow } from '../../store/resource.ts';
import { decideMatch } from './decide-match.ts';
import { firstGuidance, guidanceHooks } from './guidance-hooks.ts';
import { getMatch, listMatches, matchHooks } from './match-hooks.ts';
import { demandHooks, offerHooks } from './offer-hooks.ts';

const GUIDANCE = 'traffic-guidances';

/** A hub that proposes what the reference matcher finds, and names nobody before both have accepted. */
export const capacity: ModuleBehaviours = {
  operations: { 'decide-match': decideMatch, 'get-match': getMatch, 'list-matches': listMatches },
  resources: {
    'capacity-offers': offerHooks,
    'capacity-demands': demandHooks,
    matches: matchHooks,
    [GUIDANCE]: guidanceHooks,
  },
  seed: async ({ options: { role, partyId, world } }, unit, now) => {
    if (role !== 'hub' && role !== 'regulator') return;
    const all = (world.trafficGuidances ?? [firstGuidance(now)]) as readonly TrafficGuidance[];
    for (const one of all) unit.put(resourceRow(GUIDANCE, one.guidanceId, partyId, one));
  },
};
