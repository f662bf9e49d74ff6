import { isOfPolicy, type Waiver, withWaivers } from '../waivers.ts';
import type { LintFinding } from './lint.ts';

/** Findings of the lint with their waivers, and the waivers of its rules that are no help to this release. */
export const waivedFindings = (
  findings: readonly LintFinding[],
  waivers: readonly Waiver[],
  at: { readonly release: string; readonly today: string },
) =>
  withWaivers(
    findings,
    waivers.filter((one) => !isOfPolicy(one)),
    at,
    {
      placeOf: ({ about, pointer }) => `${about} ${pointer}`.trim(),
      isForbidden: ({ isForbidden }) => isForbidden,
    },
  );
