export { lackText } from './applicability.ts';
export { type Audit, audit } from './audit.ts';
export * from './baseline/index.ts';
export { driveBetween } from './between/drive.ts';
export {
  type BetweenResult,
  betweenResult,
  type Interoperation,
  type StepResult,
} from './between/result.ts';
export type { Hand, Side } from './between/steps.ts';
export { requirements } from './catalogue/catalogue.ts';
export { checks } from './checks/index.ts';
export { type ClaimFile, claimOf, Misuse, Unreachable, unusable } from './claim.ts';
export { CheckConfig } from './config/check-config.ts';
export { ClaimFileForm } from './config/claim-file.ts';
export { isDocument } from './config/document-form.ts';
export { type Misfit, misfitsOf } from './config/misfits.ts';
export { type UseFile, UseFileForm } from './config/use-file.ts';
export {
  type Hole,
  type SuiteCoverage,
  suiteCoverage,
} from './coverage/suite-coverage.ts';
export {
  type AllCredentials,
  type Credentials,
  castOf,
  counterpartOf,
  type Identity,
} from './drive/identity.ts';
export { type MemoryShore, memoryShore } from './drive/memory-shore.ts';
export { publicHalf } from './drive/peer.ts';
export { randomOf } from './drive/random.ts';
export { assertionOf, tokenRequest } from './drive/tokens.ts';
export { RUNGS } from './drive/ways.ts';
export { faults } from './faults/index.ts';
export { claimIn, claimWith, judge, judgeParts } from './judge.ts';
export { type NullSystem, nullSystems } from './null-systems/null-systems.ts';
export { EXIT_CODES, type ExitCode, exitOf, join, outcomeOf, verdictOf } from './outcome.ts';
export { chosenBy } from './plan/choose.ts';
export { type Plan, planOf, type Selection } from './plan/plan.ts';
export { requestsOf, type Shard } from './plan/shards.ts';
export { credentialsFor } from './prove/reference.ts';
export type { Fault as MessageFault, Observed } from './record/observed.ts';
export { type ObservedParty, observedHead } from './record/observed-head.ts';
export { readTraffic, rolesIn } from './record/read-traffic.ts';
export { createRecording, type Recording } from './record/recording.ts';
export * from './reports/index.ts';
export { quoted } from './reports/repeat.ts';
export type * from './result/result.ts';
export { ResultForm } from './result/result-schema.ts';
export { ask, type Checked, type CheckOptions, check, type Read } from './run.ts';
export { scenarios } from './scenarios/index.ts';
export { isFor } from './scenarios/scenario.ts';
export {
  type AppliedSet,
  applied,
  type Errata,
  ErrataForm,
  type FrozenSet,
  FrozenSetForm,
  freeze,
  isIntact,
} from './sets/frozen-set.ts';
export * from './statement/index.ts';
export { answerOf, codeOfAnswer, headerOf, MOST_BYTES, statusOf } from './transcript/body.ts';
export { createChain, digestOf, toLines, toText } from './transcript/chain.ts';
export {
  type EndReason,
  type Entry,
  type Exchange,
  headOf,
  type Rung,
} from './transcript/format.ts';
export { fromText, type ReadTranscript } from './transcript/read.ts';
export { createRecorder } from './transcript/recorder.ts';
export { unite } from './transcript/unite.ts';
export { SUITE_VERSION } from './version.ts';
export type * from './words.ts';
export { Nonconformance, Unanswered } from './words.ts';
