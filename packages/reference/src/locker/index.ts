export { freeCells, hasFreeCell } from './cells.ts';
export {
  CODE_TRIES,
  type CodeLock,
  FRESH_LOCK,
  isLocked,
  type TryOutcome,
  tryCode,
} from './code-lock.ts';
export { pickupCode } from './pickup-code.ts';
export { storageFee } from './storage-fee.ts';
export { freeUntil, mayExtend, mayRemind } from './storage-time.ts';
