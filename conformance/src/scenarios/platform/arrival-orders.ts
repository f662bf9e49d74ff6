import { type Followed, followed, observation, observe } from '../../drive/observation.ts';
import { physicalRoute } from '../../drive/physical-route.ts';
import { defineScenario, step, text } from '../scenario.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Drawn orders of arrival, beside the usual one and its reverse. */
const DRAWN = 5;
/** The observation of the usual order that comes late. */
const MISSING = 1;

/** The same observations of several parcels, told of in other orders; one that comes days late, and one that cannot be. */
export const arrivalOrders = defineScenario({
  id: 'arrival-orders',
  title: text('Events arrive in other orders', '事件以其他次序送达'),
  system: 'platform',
  when: { receives: 'org.openwaybill.tracking.event.recorded' },
  tier: 'C',
  needs: ['ACTIONS', 'PARCELS'],
  touches: ['TRK-001', 'TRK-002', 'DSC-029'],
  run: async function* (stage) {
    const start = await stage.now();
    const at = (minutes: number) => new Date(start + minutes * MINUTE - 3 * DAY).toISOString();
    const usual = [...physicalRoute.keys()];
    const drawn = () =>
      usual
        .map((index) => [stage.random(), index] as const)
        .sort(([one], [other]) => one - other)
        .map(([, index]) => index);
    const orders: readonly (readonly number[])[] = [
      usual,
      usual.toReversed(),
      ...Array.from({ length: DRAWN }, drawn),
    ];
    const seen = (index: number, lateBy = 0) => ({
      occurredAt: at(index),
      recordedAt: new Date(Date.parse(at(index)) + lateBy).toISOString(),
    });

    const tell = async (
      { waybillNo, by }: Followed,
      index: number,
      { code = physicalRoute[index] ?? '', lateBy = 0, probe = 'arrival' } = {},
    ) =>
      stage.deliver(await observation(stage, waybillNo, code, seen(index, lateBy)), {
        ...by,
        probe,
      });

    let punctual: Followed | undefined;
    for (const order of orders) {
      yield step(
        'DELIVER',
        order.map((index) => physicalRoute[index]).join(', '),
        `送达次序：${order.map((index) => index + 1).join('、')}`,
      );
      const parcel = await followed(stage);
      if (parcel === undefined) return;
      punctual ??= parcel;
      for (const index of order) await tell(parcel, index);
    }

    yield step('DELIVER', 'One event comes two days late', '一条事件迟到两天');
    const late = await followed(stage);
    if (late === undefined || punctual === undefined) return;
    for (const index of usual) if (index !== MISSING) await tell(late, index);
    await tell(late, MISSING, { lateBy: 2 * DAY });
    await stage.settle();
    await observe(stage, 'arrival-read');

    yield step('DELIVER', 'What cannot have happened', '不可能发生的观察');
    await tell(punctual, usual.length, { code: 'OUT_FOR_DELIVERY', probe: 'impossible-arrival' });
    await stage.settle();
    await observe(stage, 'impossible-arrival-read');
  },
});
