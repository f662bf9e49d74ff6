import { Refusal } from '../engine/refusal.ts';

/** Refuses a parameter that names a place which the log does not have. */
export const demandPlace = (name: string, isThere: boolean): void => {
  if (isThere) return;
  throw new Refusal('PARAMETER_INVALID', {
    issues: [{ pointer: `/${name}`, rule: 'parameter', params: { name } }],
  });
};
