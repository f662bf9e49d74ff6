import type { PartyRef } from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../../engine/call.ts';
import { pageAnswer } from '../../engine/page.ts';
import { Refusal } from '../../engine/refusal.ts';
import type { System } from '../../engine/system.ts';
import type { Hooks, Resource } from '../../resources/hooks.ts';
import { isNamed } from '../../resources/is-named.ts';
import { sideOf, sidesOf } from './sides.ts';

const named = (system: System, partyId: string): PartyRef => {
  const party = system.counterparty(partyId);
  if (party === undefined) throw new Error('a side of a match is no counterparty of the hub');
  return { partyId, role: party.role };
};

/** Both sides are told; they are named once both have accepted. */
export const matchHooks: Hooks = {
  isShared: true,
  draft: async ({ system, unit }, next) => {
    const sides = await sidesOf(unit, next.matchId);
    if (next.status !== 'CONFIRMED' || sides === undefined) return next;
    return {
      ...next,
      offeredBy: named(system, sides.offeredBy),
      demandedBy: named(system, sides.demandedBy),
    };
  },
  recipients: async ({ unit }, next) => {
    const sides = await sidesOf(unit, next.matchId);
    return sides === undefined ? [] : [sides.offeredBy, sides.demandedBy];
  },
};

/** Matches of the caller's offers and demands, and nobody else's. */
export const listMatches: Behaviour = async (call) => {
  const { unit, query } = call;
  const { partyId } = callerOf(call);
  return pageAnswer(
    call,
    { collection: 'matches' },
    ({ body }) => body,
    async ({ body }) => {
      const match = body as Resource;
      const sides = await sidesOf(unit, match.matchId);
      const isMine = sides !== undefined && sideOf(sides, partyId) !== undefined;
      return isMine && (query.status === undefined || isNamed(match, 'status', query.status));
    },
  );
};

/** One of them. */
export const getMatch: Behaviour = async (call) => {
  const { unit, path } = call;
  const { matchId = '' } = path;
  const match = await unit.get<Resource>('matches', matchId);
  const sides = await sidesOf(unit, matchId);
  if (match === undefined || sides === undefined) throw new Refusal('NOT_FOUND');
  if (sideOf(sides, callerOf(call).partyId) === undefined) throw new Refusal('NOT_FOUND');
  return { status: 200, body: match };
};
