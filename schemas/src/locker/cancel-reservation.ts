import { defineOperation } from '../define/index.ts';
import { CellReservation } from './cell-reservation.ts';

/** Gives the cell back before the parcel is in. */
export const cancelReservation = defineOperation({
  name: 'cancel-reservation',
  since: '1.0',
  title: { en: 'Cancel a reservation', zh: '取消预留' },
  servedBy: ['locker'],
  calledBy: ['courier'],
  method: 'POST',
  path: '/v1/locker-reservations/{reservationId}/cancel',
  answer: { status: 200, body: CellReservation },
  lifecycle: 'locker-deposit',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL'],
  requirements: [],
  examples: {},
});
