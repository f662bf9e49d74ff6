import type { TimerHandler } from '../engine/system.ts';
import { carryOut } from '../intercepts/carry-out.ts';

/** An accepted intercept is carried out. */
export const intercept: TimerHandler = carryOut;
