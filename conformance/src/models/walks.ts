import { holds } from '../applicability.ts';
import { concernSuites } from '../concerns/index.ts';
import { suites } from '../modules/index.ts';
import type { Claim } from '../words.ts';
import { agreement } from './agreement-walk.ts';
import { eventSubscription } from './event-subscription-walk.ts';
import { intercept } from './intercept-walk.ts';
import { interruptionNotice } from './notice-walk.ts';
import { order } from './order-walk.ts';
import { isGivenIn, type Walk } from './walk.ts';
import { waybill } from './waybill-walk.ts';

/** Every lifecycle that is walked. */
const WALKS: readonly Walk[] = [
  order,
  waybill,
  intercept,
  interruptionNotice,
  agreement,
  eventSubscription,
  ...[...suites, ...concernSuites].flatMap(({ walks = [] }) => walks),
];

/** One command in one state. */
export type Cell = { readonly operation: string; readonly state: string };

/** Every command of a walk in every state that it can be given in, for a claim; or in those that it lacks a command for. */
export const cellsOf = (walk: Walk, claim: Claim, lacking?: 'BEYOND'): readonly Cell[] =>
  Object.entries(walk.states).flatMap(([state, { needs }]) =>
    (needs === undefined || claim.commands.includes(needs)) === (lacking === undefined)
      ? Object.keys(walk.commands)
          .filter((operation) => isGivenIn(walk, operation, state))
          .map((operation) => ({ operation, state }))
      : [],
  );

/** One fact in one state. */
export type FactCell = { readonly fact: string; readonly state: string };

/** Every fact of a walk in every state that it can happen in and that can be reached, where the walk covers them. */
export const factCellsOf = (walk: Walk, claim: Claim): readonly FactCell[] =>
  walk.coversFacts !== true
    ? []
    : Object.entries(walk.facts ?? {}).flatMap(([fact, { needs, from }]) =>
        from.flatMap((state) =>
          [needs, walk.states[state]?.needs].every(
            (need) => need === undefined || claim.commands.includes(need),
          ) && state in walk.states
            ? [{ fact, state }]
            : [],
        ),
      );

/** The walks of a role. */
export const walksOf = (claim: Claim): readonly Walk[] =>
  WALKS.filter(
    ({ role, read }) =>
      (role === 'any' || [role].flat().includes(claim.role)) && holds({ offers: read }, claim),
  );
