import { type Facet, POLICY, type Role, type Viewer, type ViewerEntry } from '@openwaybill/schemas';

/** Who asks, as the server knows it: from the token and the agreement, never from a request. */
export type Onlooker = {
  /** Absent for a caller without a token. */
  readonly role?: Role;
  readonly facet?: Facet;
  /** Purposes of the effective agreement. */
  readonly purposes?: readonly string[];
};

const entries = Object.entries(POLICY.viewers) as readonly (readonly [Viewer, ViewerEntry])[];

/** A vendor that works for a merchant delivering by itself is as its merchant. */
const seenAs = (role: Role | undefined, purposes: readonly string[]): Role | undefined =>
  role === 'isv' && purposes.includes('FULFIL_SELF_SHIP') ? 'merchant' : role;

/** The row of the matrix that a caller is in. A courier's client without a facet has `CORE`. */
export const viewerOf = ({ role, facet = 'CORE', purposes = [] }: Onlooker): Viewer => {
  const fitting = entries.filter(
    ([, one]) =>
      one.role === seenAs(role, purposes) &&
      (one.facet === undefined || one.facet === facet) &&
      (one.withPurpose === undefined || purposes.includes(one.withPurpose)),
  );
  const special = fitting.find(([, one]) => one.withPurpose !== undefined);
  return (special ?? fitting[0])?.[0] ?? 'ANONYMOUS';
};
