import { dueAfter, type TermWithin, withinOf } from '@openwaybill/reference/claims';
import type { ClaimTerms } from '@openwaybill/schemas';
import { agreementsOn } from '../../engine/agreement.ts';
import type { Unit } from '../../store/unit.ts';

/** What was last agreed with an organisation about exceptions, claims and complaints. */
export const claimTermsWith = async (
  unit: Unit,
  partyId: string,
): Promise<ClaimTerms | undefined> =>
  (await agreementsOn(unit, partyId, 'claims')).findLast(
    ({ claimTerms }) => claimTerms !== undefined,
  )?.claimTerms;

/** When a term that begins now ends, as agreed with an organisation or by default. */
export const dueBy = async (
  unit: Unit,
  partyId: string,
  startAt: string,
  term: TermWithin,
): Promise<string> => dueAfter(startAt, withinOf(await claimTermsWith(unit, partyId), term));
