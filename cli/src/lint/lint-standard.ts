import { checks } from '@openwaybill/conformance';
import { lint } from '@openwaybill/emit';
import type { Contract, Registry } from '@openwaybill/schemas';

export type LintFinding = ReturnType<typeof lint>[number];

/** What is handed to the rules beside the registry, and the rules that are asked. */
export type LintSetting = {
  readonly previous?: Contract;
  readonly isLinear?: (pattern: string) => boolean;
  readonly rules?: readonly string[];
};

/** What the rules of the standard find in a registry, knowing which requirements the suite has checks for. */
export const lintStandard = (
  registry: Registry,
  { rules, ...more }: LintSetting = {},
): readonly LintFinding[] => {
  const checked = new Set(checks.flatMap(({ requirements }) => requirements as readonly string[]));
  return lint({ registry, checked, ...more }, rules);
};
