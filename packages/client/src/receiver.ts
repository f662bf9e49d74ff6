import { parseJson } from '@openwaybill/validate/light';
import { judgeByReceiverForm } from './judge-by-receiver-form.ts';
import { type ReceiverOptions as Bare, createReceiver as createBare } from './runtime/receive.ts';

export type { Outgoing } from './runtime/hand-on.ts';
export { type KeyLoader, keysAt } from './runtime/keys-at.ts';
export type { AnyEvent, Handlers } from './runtime/receive.ts';
export { type Seen, seenInMemory } from './runtime/seen.ts';
export type { VerifyingKey } from './runtime/signature.ts';
export { type Incoming, toNodeListener } from './runtime/to-node-listener.ts';

export type ReceiverOptions = Omit<Bare, 'judge' | 'parse'>;

/** An endpoint for events that judges the bytes by the standard's encoding and the event by its receiver form. */
export const createReceiver = (
  options: ReceiverOptions,
): ((request: Request) => Promise<Response>) =>
  createBare({ ...options, parse: (bytes) => parseJson(bytes), judge: judgeByReceiverForm });
