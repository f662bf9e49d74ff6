import { holds } from '../applicability.ts';
import type { UseFile } from '../config/use-file.ts';
import type { Rung } from '../transcript/format.ts';
import type { Claim } from '../words.ts';

/** The ways to a state, in the order in which they are tried. */
export const RUNGS: readonly Rung[] = ['CONSTRUCT', 'DISCOVER', 'TEST_CONTROL', 'OPERATOR'];

/** A parcel that stands at the system before the run. */
export type NamedParcel = {
  readonly carrierCode: string;
  readonly waybillNo: string;
  readonly isExpendable: boolean;
};

/** What a run is told of the ways to a state. */
export type WayOptions = {
  /** Absent: every way. */
  readonly rungs?: readonly Rung[];
  readonly use?: UseFile;
  /** For how long somebody at a terminal is waited for; absent: nobody is there. */
  readonly operatorMilliseconds?: number;
};

/** By which ways parcels that have moved, and orders of a platform, can be had where test control brings none about. */
export type Ways = {
  readonly rungs: ReadonlySet<Rung>;
  readonly use: UseFile;
  readonly operatorMilliseconds: number | undefined;
  /** Whoever could not do it once is not asked again: each question may cost its whole time. */
  readonly operator: { hasDeclined: boolean };
  /** To be changed: somebody scans by hand, or some are named as expendable. */
  readonly canMove: boolean;
  /** To be read: those as well, and what is named or listed. */
  readonly canRead: boolean;
  /** Somebody lets the platform under test order of the runner by hand. */
  readonly canOrder: boolean;
  /** Parcels that the run has changed, or shown as they are: no scenario changes one of these. */
  readonly pinned: Set<string>;
};

const named = ({ orders = [], waybills = [], parcels = [] }: UseFile) => [
  ...orders,
  ...waybills,
  ...parcels,
];

export const waysOf = (
  { rungs = RUNGS, use = { version: 1 }, operatorMilliseconds }: WayOptions,
  claim: Claim,
): Ways => {
  const allowed = new Set(rungs);
  const hasOperator = allowed.has('OPERATOR') && operatorMilliseconds !== undefined;
  const canDiscover = allowed.has('DISCOVER');
  const canMove =
    claim.role === 'courier' &&
    (hasOperator || (canDiscover && named(use).some(({ expendable }) => expendable === true)));
  const canList = holds({ offers: 'listWaybills' }, claim);
  return {
    rungs: allowed,
    use,
    operatorMilliseconds: hasOperator ? operatorMilliseconds : undefined,
    operator: { hasDeclined: false },
    canMove,
    canRead:
      canMove || (claim.role === 'courier' && canDiscover && (canList || named(use).length > 0)),
    canOrder: claim.role === 'platform' && hasOperator,
    pinned: new Set(),
  };
};
