import { checkpointOf } from '../audit/checkpoint.ts';
import { leavesOf } from '../audit/log.ts';
import type { Behaviour } from '../engine/call.ts';

export const getAuditCheckpoint: Behaviour = async ({ system, unit }) => ({
  status: 200,
  body: { checkpoint: await checkpointOf(system, await leavesOf(unit)) },
});
