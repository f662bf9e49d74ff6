import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import { kindsOf, reservationOf } from './reservation.ts';

/** More than that is no test but a siege. */
const MOST_CELLS = 8;
const TOO_MANY = 2;

/** All free cells of one kind, and two more, are reserved at once. */
export const oneACell = defineScenario({
  id: 'locker-one-a-cell',
  title: text('More reservations than cells', '预留多于格口'),
  system: 'locker',
  when: { claims: 'locker' },
  tier: 'W',
  touches: ['LCK-003', 'DSC-021'],
  run: async function* (stage) {
    yield step('CALL', 'Which cells are free', '查询空闲格口');
    const list = await stage.call('listLockers', { probe: 'locker-cells' });
    const [fewest] = kindsOf(answerOf(list))
      .filter(({ freeCount }) => freeCount >= 1 && freeCount <= MOST_CELLS)
      .sort((a, b) => a.freeCount - b.freeCount);
    if (fewest === undefined) {
      stage.note('No kind of cell is scarce enough to be reserved as a whole.');
      return;
    }

    yield step('CALL', 'All of them are reserved at once, and two more', '同时预留全部并多出两个');
    const bodies = [];
    for (let count = 0; count < fewest.freeCount + TOO_MANY; count += 1)
      bodies.push(await reservationOf(stage, fewest));
    const answers = await stage.together(
      bodies.map((body) => () => stage.call('reserveCell', { body, probe: 'locker-parallel' })),
    );

    yield step('CALL', 'They are given back', '归还格口');
    for (const answer of answers.filter(isAccepted))
      await stage.call('cancelReservation', {
        path: { reservationId: String(answerOf(answer)?.reservationId) },
      });
  },
});
