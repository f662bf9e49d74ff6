import type { Behaviour } from '../engine/call.ts';

export const getTestClock: Behaviour = async ({ system, now }) => ({
  status: 200,
  body: { now, mode: system.options.clockMode },
});
