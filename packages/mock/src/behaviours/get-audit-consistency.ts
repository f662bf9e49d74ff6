import { hex } from '@openwaybill/validate';
import { leavesOf } from '../audit/log.ts';
import { consistencyPath } from '../audit/merkle.ts';
import { demandPlace } from '../audit/place.ts';
import type { Behaviour } from '../engine/call.ts';

export const getAuditConsistency: Behaviour = async ({ unit, query }) => {
  const from = Number(query.from);
  const to = Number(query.to);
  const leaves = await leavesOf(unit);
  demandPlace('to', to <= leaves.length);
  demandPlace('from', from >= 1 && from <= to);
  const path = await consistencyPath(from, leaves.slice(0, to));
  return { status: 200, body: { from, to, consistencyPath: path.map(hex) } };
};
