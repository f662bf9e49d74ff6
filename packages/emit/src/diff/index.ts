/** Two contracts compared in both directions: what changed, who is hurt, what version it needs, and what shows it. */

export { type Waiver, type WaiverFault, waiversIn } from '../waivers.ts';
export type { Change, CounterExample, Evidence, Finding, Party } from './change.ts';
export { type Contract, type ContractViews, contractIn, schemasOf } from './contract.ts';
export { type ContractDiff, type DiffOptions, diffContracts } from './diff-contracts.ts';
export { DIFF_FORMATS, type DiffFormat, diffDocument } from './document/diff-document.ts';
export {
  actOf,
  actorsOf,
  evidenceLines,
  isBreak,
  messagesOf,
  narrowed,
  PASSAGES,
  partyText,
  VERDICTS,
  WORDS as DIFF_WORDS,
  whereOf,
} from './document/view.ts';
export { type Impact, type ImpactRow, type ImpactTally, impactTally } from './impact.ts';
export {
  CAPABILITIES,
  isCapabilities,
  type PartyImpact,
  type PartyReason,
} from './impact-parties.ts';
export type { Category, CompatibilityRule, Passage, Severity } from './rule.ts';
export { RULES, type RuleId, ruleOf } from './rules.ts';
export type { Gate } from './version-gate.ts';
export { placeOf } from './waivers.ts';
