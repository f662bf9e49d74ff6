export type { Answer, Behaviour, Call } from './engine/call.ts';
export { createMock, type Mock } from './engine/mock.ts';
export type {
  Attempt,
  Counterparty,
  Delivery,
  MockOptions,
  Random,
  World,
} from './engine/options.ts';
export { type SigningKey, sealingKeyOf, sealingPairOf, signingKeyOf } from './identity/keys.ts';
export { type LogRecord, logged, type Redaction } from './shores/logged.ts';
export { memoryStore } from './store/memory.ts';
export type { Store } from './store/store.ts';
