import type { CapacitySlot } from '@openwaybill/schemas';
import { recordRow } from '../../store/resource.ts';
import type { Soon } from '../../store/soon.ts';
import type { Unit } from '../../store/unit.ts';

const SIDES = 'match-sides';

/** Which side of a match somebody is on. */
export type Side = 'OFFER' | 'DEMAND';

/** What the hub knows of a match and shows to nobody. */
export type Sides = {
  readonly offeredBy: string;
  readonly demandedBy: string;
  readonly demandSlot: Pick<CapacitySlot, 'dayOn' | 'from' | 'to' | 'unit'>;
  /** Who accepted the present revision. */
  readonly accepted: readonly Side[];
  /** Who made the terms; absent: the hub. */
  readonly lastSpoke?: Side;
};

/** The sides of a match. */
export const sidesOf = (unit: Unit, matchId: string): Soon<Sides | undefined> =>
  unit.get<Sides>(SIDES, matchId);

/** Keeps them; they go with the row of the match, whose owner is the offering party. */
export const putSides = (unit: Unit, now: string, matchId: string, sides: Sides): void =>
  unit.put(recordRow(SIDES, matchId, sides.offeredBy, now, sides));

/** On which side of a match a party is. */
export const sideOf = (sides: Sides, partyId: string): Side | undefined =>
  sides.offeredBy === partyId ? 'OFFER' : sides.demandedBy === partyId ? 'DEMAND' : undefined;
