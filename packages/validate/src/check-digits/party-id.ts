import { uscc } from './uscc.ts';

/** The id of a party: one of 18 characters is a unified social credit code, a shorter one has no check. */
export const partyId = {
  isValid: (id: string): boolean => id.length !== 18 || uscc.isValid(id),
};
