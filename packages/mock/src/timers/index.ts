import type { TimerHandler } from '../engine/system.ts';

/** What happens when an instant is reached, one file a kind. Deliveries are the outbox's own affair. */
export const timers: Readonly<Record<string, TimerHandler>> = {};
