import { slotInstant, slotKey } from '@openwaybill/reference/capacity';
import type { CapacitySlot, MatchProposal } from '@openwaybill/schemas';
import type { Unit } from '../../store/unit.ts';
import { type Sides, sidesOf } from './sides.ts';

/** States in which a match holds what both sides have agreed on. */
export const AGREED: readonly string[] = ['CONFIRMED', 'FULFILLED'];
/** States in which nobody else should be promised the same. */
export const HELD: readonly string[] = ['PROPOSED', 'COUNTERED', ...AGREED];

export type Held = { readonly match: MatchProposal; readonly sides: Sides };

/** All matches of the hub, whoever's they are. */
export const allMatches = async (unit: Unit): Promise<readonly Held[]> => {
  const rows = await unit.list({ collection: 'matches' });
  const all = await Promise.all(
    rows.map(async ({ body }) => {
      const match = body as MatchProposal;
      const sides = await sidesOf(unit, match.matchId);
      return sides === undefined ? [] : [{ match, sides }];
    }),
  );
  return all.flat();
};

/** Whether a match uses this slot of its offer. */
export const usesSlot = (match: MatchProposal, slot: CapacitySlot): boolean =>
  match.unit === slot.unit &&
  Date.parse(match.slotStartsAt) === Date.parse(slotInstant(slot.dayOn, slot.from)) &&
  Date.parse(match.slotEndsAt) === Date.parse(slotInstant(slot.dayOn, slot.to));

/** How much of a slot of an offer matches in these states hold. */
export const takenOf = (
  matches: readonly Held[],
  offerId: string,
  slot: CapacitySlot,
  states: readonly string[],
): number =>
  matches
    .filter(
      ({ match }) =>
        match.offerId === offerId && states.includes(match.status) && usesSlot(match, slot),
    )
    .reduce((sum, { match }) => sum + match.quantity, 0);

/** How much of a slot of a demand is promised already. */
export const servedOf = (matches: readonly Held[], demandId: string, slot: CapacitySlot): number =>
  matches
    .filter(
      ({ match, sides }) =>
        match.demandId === demandId &&
        HELD.includes(match.status) &&
        slotKey(sides.demandSlot) === slotKey(slot),
    )
    .reduce((sum, { match }) => sum + match.quantity, 0);
