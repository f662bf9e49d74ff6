import { defineOperation } from '../define/index.ts';
import { CellReservation } from './cell-reservation.ts';

/** Shows also that it ended, which no command of the courier did. */
export const getReservation = defineOperation({
  name: 'get-reservation',
  since: '1.0',
  title: { en: 'Read a reservation', zh: '查询预留' },
  servedBy: ['locker'],
  calledBy: ['courier'],
  method: 'GET',
  path: '/v1/locker-reservations/{reservationId}',
  answer: { status: 200, body: CellReservation },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
