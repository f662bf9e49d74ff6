import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import { anyReservation } from './reservation.ts';

/** A cell is reserved with consent; without it, and for goods that need an agreement, it is not. */
export const reservations = defineScenario({
  id: 'locker-reservation',
  title: text('Reservations with and without consent', '有无同意的预留'),
  system: 'locker',
  when: { claims: 'locker' },
  tier: 'W',
  touches: ['LCK-001', 'LCK-008', 'DSC-021'],
  run: async function* (stage) {
    yield step('CALL', 'A cell is reserved with consent', '经同意预留格口');
    const body = await anyReservation(stage);
    if (body === undefined) return;
    const reserved = await stage.call('reserveCell', { body, probe: 'locker-reserved' });
    if (!isAccepted(reserved)) return;
    const reservationId = String(answerOf(reserved)?.reservationId);
    await stage.call('cancelReservation', { path: { reservationId } });

    const again = async (change: object, probe: string, without: readonly string[] = []) => {
      const fresh = { ...(await anyReservation(stage)), ...change };
      const sent = Object.fromEntries(
        Object.entries(fresh).filter(([member]) => !without.includes(member)),
      );
      await stage.call('reserveCell', { body: sent, probe, twinOf: reserved.seq });
    };
    yield step('CALL', 'Nobody agreed', '未经同意');
    await again({}, 'locker-unasked', ['consentId']);
    await again({ senderNamedLocker: false }, 'locker-unasked', ['consentId']);

    yield step('CALL', 'Fresh and valuable goods without agreement', '未经约定的生鲜与贵重物品');
    await again({ traits: ['FRESH'] }, 'locker-not-agreed');
    await again({ traits: ['VALUABLE'] }, 'locker-not-agreed');
  },
});
