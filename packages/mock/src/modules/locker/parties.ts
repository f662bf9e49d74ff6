import { recordRow } from '../../store/resource.ts';
import type { Soon } from '../../store/soon.ts';
import type { Unit } from '../../store/unit.ts';

/** Whose parcel it is: the courier that reserved, and the platform that it named. */
export type Parties = { readonly courier: string; readonly platform: string };

/** The rows of them, by deposit. */
export const PARTIES = 'locker-parties';

export const putParties = (unit: Unit, now: string, depositId: string, parties: Parties): void =>
  unit.put(recordRow(PARTIES, depositId, parties.courier, now, parties));

export const partiesOf = (unit: Unit, depositId: string): Soon<Parties | undefined> =>
  unit.get<Parties>(PARTIES, depositId);
