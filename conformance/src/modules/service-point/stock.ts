import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { isAccepted } from '../../transcript/body.ts';

/** Two days are reported; the second is also tried with a parcel too many. */
export const stock = defineScenario({
  id: 'service-point-stock',
  title: text('Parcels that balance', '件数平衡'),
  system: 'courier',
  when: { claims: 'service-point' },
  tier: 'W',
  touches: ['SVP-005', 'DSC-021'],
  run: async function* (stage) {
    if (!stage.has('service-point')) return;
    const pointId = stage.invent.uuid();
    const report = (
      dayOn: string,
      counts: readonly [number, number, number, number],
      probe: string,
      more: object = {},
    ) => {
      const [arrivedCount, collectedCount, returnedCount, storedCount] = counts;
      return stage.callAs('service-point', 'reportPointInventory', {
        body: { pointId, dayOn, arrivedCount, collectedCount, returnedCount, storedCount },
        probe,
        ...more,
      });
    };

    yield step('CALL', 'The first day', '首日');
    const first = await report('2026-11-11', [120, 80, 5, 35], 'service-point-balanced');
    if (!isAccepted(first)) return;

    yield step('CALL', 'A second day with a parcel too many', '次日多出一件');
    const twin = { twinOf: first.seq };
    await report('2026-11-12', [100, 110, 0, 26], 'service-point-unbalanced', twin);
    await report('2026-11-12', [100, 110, 0, 24], 'service-point-unbalanced', twin);

    yield step('CALL', 'The second day as it was', '次日实际数量');
    await report('2026-11-12', [100, 110, 0, 25], 'service-point-balanced');
  },
});
