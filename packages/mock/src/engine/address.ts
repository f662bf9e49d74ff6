import type { Unit } from '../store/unit.ts';
import type { Counterparty } from './options.ts';

/** A party with the address at which it is reached: the one that it told last, or as it was introduced. */
export const addressOf = async (unit: Unit, party: Counterparty): Promise<Counterparty> =>
  (await unit.get<Counterparty>('peer', party.partyId)) ?? party;

/** Whether a party told where it is reached. */
export const hasToldAddress = async (unit: Unit, { partyId }: Counterparty): Promise<boolean> =>
  (await unit.get<Counterparty>('peer', partyId)) !== undefined;
