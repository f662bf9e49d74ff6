import { exampleBody } from '../../drive/example.ts';
import type { ModuleSuite } from '../suite.ts';
import { lockerChecks } from './checks.ts';
import { deposit } from './deposit.ts';
import { lockerFaults } from './faults.ts';
import { oneACell } from './one-a-cell.ts';
import { anyReservation } from './reservation.ts';
import { reservations } from './reservations.ts';
import { depositWalk, reservationWalk } from './walk.ts';

/** Cells, consent, codes and fees. */
export const lockerSuite: ModuleSuite = {
  scenarios: [reservations, oneACell, deposit],
  checks: lockerChecks,
  faults: lockerFaults,
  twins: {
    reserveCell: async (stage) => {
      const body = await anyReservation(stage);
      return body === undefined ? undefined : { as: 'courier', body };
    },
    putLocker: async (stage) => ({
      as: 'locker',
      path: { lockerId: `LK-${stage.invent.uuid().slice(-12)}` },
      body: exampleBody('putLocker'),
    }),
  },
  walks: [depositWalk, reservationWalk],
};
