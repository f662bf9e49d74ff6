import type { Role } from '../words.ts';
import type { TransitionCell } from './result.ts';

/** What a table names and no run brings about in a role, and why. */
type Never = {
  readonly lifecycle: string;
  readonly states: readonly string[];
  /** The facts and commands; absent: whatever would happen there. */
  readonly by?: readonly string[];
  /** Absent: in every role. */
  readonly roles?: readonly Role[];
  readonly reason: string;
};

const NEVER: readonly Never[] = [
  {
    // its guard asks for a purpose of a delivery, and none of these waits for anybody
    lifecycle: 'reveal',
    states: ['PENDING_APPROVAL'],
    by: ['PARCEL_TERMINAL'],
    reason: 'NO_SUCH_APPROVAL',
  },
  {
    lifecycle: 'return',
    states: ['IN_TRANSIT', 'RECEIVED'],
    by: ['REFUND_BY_AGREED_RULE'],
    roles: ['courier'],
    reason: 'AFTER_RECEIPT',
  },
  {
    lifecycle: 'return',
    states: ['INSPECTED', 'REFUNDED', 'REFUSED'],
    roles: ['courier'],
    reason: 'AFTER_RECEIPT',
  },
  {
    lifecycle: 'transport-leg',
    states: ['NONE'],
    by: ['ARRIVED'],
    roles: ['hub', 'regulator'],
    reason: 'AT_THE_COURIER',
  },
  {
    lifecycle: 'cod',
    states: ['COLLECTED', 'REMITTED'],
    by: ['AMOUNTS_DIFFER'],
    reason: 'AS_INSTRUCTED',
  },
  { lifecycle: 'cod', states: ['DISCREPANT'], reason: 'AS_INSTRUCTED' },
  // the register would not know the runner any more, in this run or in any other
  {
    lifecycle: 'party',
    states: ['REGISTERED', 'SUSPENDED'],
    by: ['PARTY_REMOVED'],
    reason: 'NO_WAY_BACK',
  },
  { lifecycle: 'party', states: ['REMOVED'], reason: 'NO_WAY_BACK' },
];

/** Why something is never met in a role; nothing where it may be. */
export const neverReason = (
  role: Role,
  { lifecycle, state, by }: Pick<TransitionCell, 'lifecycle' | 'state' | 'by'>,
): string | undefined =>
  NEVER.find(
    (one) =>
      one.lifecycle === lifecycle &&
      one.states.includes(state) &&
      one.by?.includes(by) !== false &&
      one.roles?.includes(role) !== false,
  )?.reason;
