import type { Static } from '@sinclair/typebox';
import type { RiskLevel } from '../vocabulary/risk-level-codes.ts';

/** The highest score of each level, lowest level first. A score is likelihood times impact, each 1 to 5. */
export const RISK_LEVEL_CEILINGS: readonly (readonly [Static<typeof RiskLevel>, number])[] = [
  ['LOW', 4],
  ['MEDIUM', 9],
  ['HIGH', 16],
  ['CRITICAL', 25],
];

/** The level of one score. */
export const riskLevelOfScore = (score: number): Static<typeof RiskLevel> =>
  RISK_LEVEL_CEILINGS.find(([, ceiling]) => score <= ceiling)?.[0] ?? 'CRITICAL';

/** The level of an assessment: that of its highest score, computed anew from likelihood and impact. */
export const riskLevelOf = (
  scenarios: readonly { readonly likelihood: number; readonly impact: number }[],
): Static<typeof RiskLevel> =>
  riskLevelOfScore(Math.max(0, ...scenarios.map(({ likelihood, impact }) => likelihood * impact)));
