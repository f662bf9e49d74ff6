export { requirements } from './catalogue/catalogue.ts';
export { checks } from './checks/index.ts';
export { type AllCredentials, type Credentials, castOf, type Identity } from './drive/identity.ts';
export { type MemoryShore, memoryShore } from './drive/memory-shore.ts';
export { randomOf } from './drive/random.ts';
export { assertionOf, tokenRequest } from './drive/tokens.ts';
export { faults } from './faults/index.ts';
export { judge } from './judge.ts';
export { type NullSystem, nullSystems } from './null-systems/index.ts';
export { EXIT_CODES, type ExitCode, exitOf, join, outcomeOf, verdictOf } from './outcome.ts';
export * from './reports/index.ts';
export type * from './result/result.ts';
export {
  type Checked,
  type CheckOptions,
  type ClaimFile,
  check,
  Misuse,
  planOf,
  Unreachable,
} from './run.ts';
export { scenarios } from './scenarios/index.ts';
export { fromText, toLines, toText } from './transcript/chain.ts';
export type * from './words.ts';
export { Nonconformance, Unanswered } from './words.ts';
