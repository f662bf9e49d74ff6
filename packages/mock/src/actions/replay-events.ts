import { replayFrom } from '../inbox/replay-from.ts';
import type { Action } from './action.ts';

export const replayEvents: Action = async ({ system, tenant, to, input }) => ({
  eventCount: await replayFrom(system, tenant, to, input.cursor),
});
