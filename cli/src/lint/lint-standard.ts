import { checks } from '@openwaybill/conformance';
import { type LintFinding, lint, waivedFindings } from '@openwaybill/emit';
import type { Waiver, WaiverFault } from '@openwaybill/emit/diff';
import type { Contract, Registry } from '@openwaybill/schemas';

/** A finding, and the record that waives it. */
export type JudgedFinding = LintFinding & { readonly waiver?: string };

/** What is handed to the rules beside the registry, and the rules that are asked. */
export type LintSetting = {
  readonly previous?: Contract;
  readonly isLinear?: (pattern: string) => boolean;
  readonly rules?: readonly string[];
  readonly waivers?: readonly Waiver[];
  /** The version whose waivers hold; absent: that of the registry. */
  readonly release?: string;
  /** The day by which waivers end. */
  readonly today: string;
};

/** What the rules of the standard find in a registry, knowing which requirements the suite has checks for, and what is waived. */
export const lintStandard = (
  registry: Registry,
  { rules, waivers = [], today, release = registry.version, ...more }: LintSetting,
): { readonly findings: readonly JudgedFinding[]; readonly faults: readonly WaiverFault[] } => {
  const checked = new Set(checks.flatMap(({ requirements }) => requirements as readonly string[]));
  // a rule that is not asked finds nothing, and its waivers are not stale for that
  const asked = waivers.filter(({ rule }) => rules === undefined || rules.includes(rule));
  return waivedFindings(lint({ registry, checked, ...more }, rules), asked, {
    release,
    today,
  });
};
