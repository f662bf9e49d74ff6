import { problem } from '../../drive/peer.ts';
import type { Stage } from '../../drive/stage.ts';
import type { Subject, Walk } from '../../models/walk.ts';
import { walkFrom } from '../../models/walk-from.ts';
import { answerOf } from '../../transcript/body.ts';
import { anyReservation, deposited, happens, notified } from './reservation.ts';

const TEN_DAYS = 864_000_000;

/** A deposit to which these facts happened; after the first of them it has its code. */
const after =
  (...facts: readonly string[]) =>
  async (stage: Stage): Promise<Subject | undefined> => {
    // while the platform takes no code, a deposit stays as it is until test control says more
    stage.serve('deliverPickupCode', problem('NOT_FOUND'));
    const depositId = await deposited(stage);
    if (depositId === undefined) return undefined;
    for (const fact of facts) {
      if (fact === 'CODE_SENT') await notified(stage, depositId);
      else if ((await happens(stage, 'locker-deposits', depositId, fact)) === undefined)
        return undefined;
    }
    const read = await stage.call('getDeposit', { path: { depositId } });
    return { path: { depositId }, revision: answerOf(read)?.revision };
  };

const NEEDS = { needs: 'ACTIONS' } as const;

const causes =
  (fact: string) =>
  (stage: Stage, { path }: Subject): Promise<unknown> =>
    happens(stage, 'locker-deposits', path.depositId ?? '', fact);

const notifies = (stage: Stage, { path }: Subject): Promise<void> =>
  notified(stage, path.depositId ?? '');

/** From the closing of the door on; before it there is no deposit to read. */
export const depositWalk: Walk = {
  entity: 'locker-deposit',
  role: 'locker',
  read: 'getDeposit',
  states: {
    DEPOSITED: { ...NEEDS, reach: after() },
    NOTIFIED: { ...NEEDS, reach: after('CODE_SENT') },
    OVERDUE: { ...NEEDS, reach: after('CODE_SENT', 'FREE_STORAGE_ENDED') },
    COLLECTED: { ...NEEDS, reach: after('CODE_SENT', 'CODE_ACCEPTED') },
    FAULT: { ...NEEDS, reach: after('FAULT_FOUND') },
    REMOVED: { ...NEEDS, reach: after('FAULT_FOUND', 'PARCEL_TAKEN_OUT') },
  },
  coversFacts: true,
  facts: {
    CODE_SENT: { ...NEEDS, from: ['DEPOSITED'], cause: notifies },
    FREE_STORAGE_ENDED: { ...NEEDS, from: ['NOTIFIED'], cause: causes('FREE_STORAGE_ENDED') },
    CODE_WRONG: { ...NEEDS, from: ['NOTIFIED', 'OVERDUE'], cause: causes('CODE_WRONG') },
    CODE_ACCEPTED: { ...NEEDS, from: ['NOTIFIED', 'OVERDUE'], cause: causes('CODE_ACCEPTED') },
    FAULT_FOUND: {
      ...NEEDS,
      from: ['DEPOSITED', 'NOTIFIED', 'OVERDUE'],
      cause: causes('FAULT_FOUND'),
    },
    PARCEL_STILL_INSIDE: { ...NEEDS, from: ['FAULT'], cause: causes('PARCEL_STILL_INSIDE') },
    PARCEL_TAKEN_OUT: { ...NEEDS, from: ['FAULT'], cause: causes('PARCEL_TAKEN_OUT') },
  },
  commands: {
    remindDeposit: (_stage, { path }) => ({ path }),
    extendDeposit: async (stage, { path }) => ({
      path,
      body: {
        untilAt: new Date((await stage.now()) + TEN_DAYS).toISOString(),
        paymentRef: 'PAY-0001',
      },
    }),
    removeDeposit: (_stage, { path }) => ({
      path,
      body: { reason: 'REFUSED', actor: { actorId: 'st-7f3a', kind: 'COURIER' } },
    }),
  },
};

const reservation = walkFrom({
  entity: 'locker-deposit',
  name: 'locker-reservation',
  role: 'locker',
  read: 'getReservation',
  as: 'courier',
  begin: {
    operation: 'reserveCell',
    input: async (stage) => {
      const body = stage.has('courier') ? await anyReservation(stage) : undefined;
      return body === undefined ? undefined : { body };
    },
  },
  unreached: Object.keys(depositWalk.states),
});

/** Until the door is closed: what comes after it is a deposit, and read as one. */
export const reservationWalk: Walk = { ...reservation, isOnlyCovered: true };
