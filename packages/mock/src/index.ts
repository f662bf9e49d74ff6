export type { Control, TenantControl } from './control/control.ts';
export { ndjsonOf } from './control/log.ts';
export type { Snapshot } from './control/snapshots.ts';
export type { Answer, Behaviour, Call } from './engine/call.ts';
export { createMock, type Mock } from './engine/mock.ts';
export type {
  Attempt,
  Counterparty,
  Delivery,
  MockOptions,
  Random,
  RawRequest,
  World,
} from './engine/options.ts';
export { Refusal } from './engine/refusal.ts';
export { responseOf, type Served } from './engine/reply.ts';
export {
  developmentToken,
  type SigningKey,
  sealingKeyOf,
  sealingPairOf,
  signingKeyOf,
} from './identity/keys.ts';
export { createRecorder, type Recorder } from './inspector/recorder.ts';
export type { Release } from './later/later.ts';
export { createRunPlayer, type Divergence, type RunPlayer } from './runs/play-run.ts';
export { createRunRecorder, type RunRecorder } from './runs/record-run.ts';
export { RUN_FORMAT, type Run, type RunHead, readRun } from './runs/run.ts';
export { type LogRecord, logged, type Redaction } from './shores/logged.ts';
export { memoryStore } from './store/memory.ts';
export { type Store, StoreLost, StoreTooNew } from './store/store.ts';
export { isTarget } from './subscriptions/target.ts';
export { type Fault, type ReadScenario, readScenario } from './world/read-scenario.ts';
export type { Scenario } from './world/scenario.ts';
