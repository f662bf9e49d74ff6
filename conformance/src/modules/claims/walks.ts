import type { Walk } from '../../models/walk.ts';
import { walkFrom } from '../../models/walk-from.ts';
import { claimBody, complaintBody } from './bodies.ts';

/** Claims at a courier, or at who insures. */
export const claimWalk = walkFrom({
  entity: 'claim',
  role: ['courier', 'insurer'],
  read: 'getClaim',
  begin: {
    operation: 'fileClaim',
    input: async (stage) => {
      const body = await claimBody(stage);
      return body === undefined ? undefined : { body };
    },
  },
});

/** Complaints at a courier. */
export const complaintWalk = walkFrom({
  entity: 'complaint',
  role: 'courier',
  read: 'getComplaint',
  begin: {
    operation: 'openComplaint',
    input: async (stage) => {
      const body = await complaintBody(stage);
      return body === undefined ? undefined : { body };
    },
  },
});

const found = walkFrom({
  entity: 'exception',
  role: 'courier',
  read: 'getException',
  begin: { fact: 'EXCEPTION_FOUND' },
});

/** Complaints at a regulator, which takes them from platforms alone. */
export const regulatorComplaintWalk = walkFrom({
  entity: 'complaint',
  name: 'complaint-at-regulator',
  role: 'regulator',
  read: 'getComplaint',
  as: 'platform',
  begin: {
    operation: 'openComplaint',
    input: async (stage) => {
      const body = stage.has('platform') ? await complaintBody(stage) : undefined;
      return body === undefined ? undefined : { body };
    },
  },
});

/** Exceptions at a courier, each of a parcel on its way. */
export const exceptionWalk: Walk = {
  ...found,
  states: Object.fromEntries(
    Object.entries(found.states).map(([state, way]) => [
      state,
      {
        ...way,
        reach: async (stage) => {
          const parcel = await stage.prepare('parcel', { codes: ['PICKED_UP'] });
          return 'blocked' in parcel ? undefined : way.reach(stage);
        },
      },
    ]),
  ),
};
