import fc from 'fast-check';
import { OBSERVATIONS } from '../../applicability.ts';
import { physicalRoute } from '../../drive/physical-route.ts';
import { scan } from '../../drive/scan.ts';
import type { Stage } from '../../drive/stage.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import { defineScenario, step, text } from '../scenario.ts';

const MINUTE = 60_000;
/** Orders that are drawn, and parcels that are given to looking for fewer scans in a simpler one. */
const RUNS = 3;
const SHRINKING = 30;

const inOrder = (indices: readonly number[]): readonly number[] =>
  [...indices].sort((a, b) => a - b);

/** Scans of a parcel of its own in an order of arrival, each with the instant that it always has; what they made of it. */
const arrived = async (
  stage: Stage,
  order: readonly number[],
  at: (minutes: number) => string,
  probe: string,
): Promise<string | undefined> => {
  const parcel = await stage.prepare('parcel');
  if ('blocked' in parcel) return undefined;
  const { carrierCode, waybillNo } = parcel;
  for (const index of order)
    await scan(stage, waybillNo, physicalRoute[index] ?? '', { occurredAt: at(index - 60) });
  await stage.settle();
  const read = await stage.call('getParcel', { path: { carrierCode, waybillNo }, probe });
  return isAccepted(read) ? String(answerOf(read)?.status) : undefined;
};

/** The same scans in their order and in a drawn one; an order that matters is shortened to the fewest scans. */
export const drawnOrders = defineScenario({
  id: 'drawn-orders',
  title: text('Scans arrive in drawn orders', '扫描以随机次序到达'),
  system: ['courier', 'hub'],
  tier: 'C',
  needs: [OBSERVATIONS],
  touches: ['TRK-001', 'DSC-021'],
  run: async function* (stage) {
    yield step('CALL', 'Two parcels with the same scans', '扫描相同的两个包裹');
    const now = await stage.now();
    const at = (minutes: number) => new Date(now + minutes * MINUTE).toISOString();
    let left = RUNS + SHRINKING;
    const thrown: unknown[] = [];
    const found = await fc.check(
      fc.asyncProperty(
        fc.shuffledSubarray([...physicalRoute.keys()], { minLength: 2 }),
        async (order) => {
          left -= 1;
          if (left < 0 || thrown.length > 0) return true;
          try {
            const usual = await arrived(stage, inOrder(order), at, 'drawn-usual');
            // without both parcels there is nothing to compare
            if (usual === undefined) return true;
            const drawn = await arrived(stage, order, at, 'drawn-order');
            return drawn === undefined || drawn === usual;
          } catch (error) {
            // no order that matters: it goes on upwards below
            thrown.push(error);
            return false;
          }
        },
      ),
      { numRuns: RUNS, seed: Math.floor(stage.random() * 0x7fffffff) },
    );
    if (thrown.length > 0) throw thrown[0];
    const [order] = found.counterexample ?? [];
    if (order === undefined) return;
    const named = (indices: readonly number[]) =>
      indices.map((index) => physicalRoute[index]).join(', ');
    stage.note(`arrived as ${named(order)}, and not as ${named(inOrder(order))}`);
  },
});
