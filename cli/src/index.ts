export { EXIT, type ExitCode } from './exit-codes.ts';
export type { Fault, Io, Read } from './io.ts';
export { main } from './main.ts';
