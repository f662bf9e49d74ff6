export type { Ambient } from './ambient.ts';
export { type Connection, connect, connectTo } from './connect.ts';
export type { Calls, Events } from './generated/calls.ts';
export { type CodeOf, type KnownCode, known, type OpenList } from './runtime/known.ts';
export type { Arguments, CallerRole, Method, Methods } from './runtime/methods.ts';
export {
  type Answered,
  type LocalCode,
  type Problem,
  Refused,
  type RefusedAnswer,
  type Result,
} from './runtime/result.ts';
export type { TokenSource } from './runtime/send.ts';
