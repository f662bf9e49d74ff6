import { latestCheckpoint } from '../audit/log.ts';
import type { Behaviour } from '../engine/call.ts';

export const getAuditCheckpoint: Behaviour = async ({ system, unit }) => ({
  status: 200,
  body: { checkpoint: await latestCheckpoint(system, unit) },
});
