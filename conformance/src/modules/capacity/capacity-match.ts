import { causeFact } from '../../models/walk-from.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { isAccepted } from '../../transcript/body.ts';
import {
  decide,
  demandOf,
  inventDay,
  inventIds,
  listMatches,
  offerOf,
  putDemand,
  putOffer,
  slotOn,
} from './market.ts';

const OFFERED = 100;
const WANTED = 60;

/** One offer is wanted twice; the sides accept one after the other; one of them changes its mind. */
export const capacityMatch = defineScenario({
  id: 'capacity-match',
  title: text('Both accept, and nothing is promised twice', '双方接受方可确认，运力不重复承诺'),
  system: 'hub',
  when: { offers: 'putCapacityOffer' },
  tier: 'C',
  needs: ['ACTIONS'],
  touches: ['CAP-001', 'CAP-003', 'CAP-004', 'DSC-021', 'DSC-022'],
  run: async function* (stage) {
    if (!stage.has('courier') || !stage.has('second')) return;
    const dayOn = await inventDay(stage);
    const [offerId = '', first = '', second = ''] = inventIds(stage, 3);

    yield step('CALL', 'An offer, and a demand for part of it', '一项供给与部分需求');
    await stage.prepare('subscription');
    const offered = await putOffer(stage, offerId, offerOf([slotOn(dayOn, OFFERED)]), {
      probe: 'capacity-offered-once',
    });
    if (!isAccepted(offered)) return;
    await putDemand(stage, first, await demandOf(stage, dayOn, WANTED));
    await listMatches(stage, 'capacity-proposed', 'runner');
    const match = (await listMatches(stage, 'capacity-proposed')).find(
      (one) => one.demandId === first,
    );
    if (match === undefined) return;
    const { matchId, revision } = match;

    yield step('CALL', 'One side accepts, twice', '一方接受两次');
    const accept = { decision: 'ACCEPT', revision };
    await decide(stage, 'runner', matchId, accept, { probe: 'capacity-one-sided' });
    await decide(stage, 'runner', matchId, accept, { probe: 'capacity-one-sided' });

    yield step('CALL', 'The other changes the quantity', '另一方还价');
    const counter = { decision: 'COUNTER', revision, counterQuantity: WANTED - 5 };
    const countered = await decide(stage, 'courier', matchId, counter);
    if (!isAccepted(countered)) return;
    const next = { decision: 'ACCEPT', revision: revision + 1 };
    await decide(stage, 'courier', matchId, accept, {
      twinOf: countered.seq,
      probe: 'capacity-old-revision',
    });
    await decide(stage, 'courier', matchId, next, { probe: 'capacity-one-sided' });
    await listMatches(stage, 'capacity-proposed', 'runner');
    await decide(stage, 'runner', matchId, next, { probe: 'capacity-both' });

    yield step('CALL', 'Another demand for more than is left', '余量不足的另一需求');
    await putDemand(stage, second, await demandOf(stage, dayOn, WANTED), 'second');
    const more = (await listMatches(stage, 'capacity-proposed')).find(
      (one) => one.demandId === second,
    );
    if (more !== undefined) {
      const body = { decision: 'ACCEPT', revision: more.revision };
      await decide(stage, 'courier', more.matchId, body, { probe: 'capacity-one-sided' });
      await decide(stage, 'second', more.matchId, body);
    }
    await listMatches(stage, 'capacity-confirmed');

    yield step('CALL', 'The first is performed', '履行首个匹配');
    await causeFact(stage, { collection: 'matches', resourceId: matchId, fact: 'CAPACITY_USED' });
    await listMatches(stage, 'capacity-confirmed');
  },
});
