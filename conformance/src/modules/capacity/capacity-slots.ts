import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import { inventDay, offerOf, putOffer, slotOn } from './market.ts';

/** An offer is changed in part and as a whole, and another says too much of its place. */
export const capacitySlots = defineScenario({
  id: 'capacity-slots',
  title: text('An update changes what it names', '更新仅改所列'),
  system: 'hub',
  when: { offers: 'putCapacityOffer' },
  tier: 'W',
  touches: ['CAP-002', 'CAP-006', 'DSC-021'],
  run: async function* (stage) {
    if (!stage.has('courier')) return;
    const offerId = stage.invent.uuid();
    const [one, other] = [await inventDay(stage), await inventDay(stage)];
    const read = (probe: string) =>
      stage.callAs('courier', 'getCapacityOffer', { path: { offerId }, probe });
    const revisionOf = async (probe: string): Promise<number> =>
      Number(answerOf(await read(probe))?.revision);

    yield step('CALL', 'Two slots are offered', '发布两个时段');
    const first = offerOf([slotOn(one, 100), slotOn(other, 50)]);
    const offered = await putOffer(stage, offerId, first, { probe: 'capacity-offered' });
    if (!isAccepted(offered)) return;

    yield step('CALL', 'One of them changes', '仅更改其一');
    const partial = { ...offerOf([slotOn(other, 20)]), updateMode: 'PARTIAL' };
    await putOffer(stage, offerId, partial, {
      ifMatch: await revisionOf('capacity-first'),
      probe: 'capacity-partial',
    });
    const revision = await revisionOf('capacity-after-partial');

    yield step('CALL', 'All of them are replaced', '整体替换');
    await putOffer(stage, offerId, offerOf([slotOn(one, 7)]), {
      ifMatch: revision,
      probe: 'capacity-full',
    });
    await read('capacity-after-full');

    yield step('CALL', 'An offer down to the street', '细至街道的供给');
    const { lane, ...rest } = first;
    const exact = { ...rest, lane: { ...lane, to: { ...lane.to, townCode: '210204001' } } };
    await putOffer(stage, stage.invent.uuid(), exact, {
      twinOf: offered.seq,
      probe: 'capacity-street',
    });
  },
});
