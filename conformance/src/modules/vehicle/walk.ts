import { walkFrom } from '../../models/walk-from.ts';
import { applicationFor, insured } from './invent.ts';

/** Passes at a regulator, from every state; what revokes them is its own staff. */
export const passWalk = walkFrom({
  entity: 'pass-permit',
  role: 'regulator',
  read: 'getPassPermit',
  begin: {
    operation: 'applyForPass',
    input: async (stage) => {
      const vehicleId = await insured(stage, 0, 9);
      return vehicleId === undefined
        ? undefined
        : { body: await applicationFor(stage, [vehicleId], 1, 2) };
    },
  },
});
