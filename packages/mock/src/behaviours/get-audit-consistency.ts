import { consistencyPath } from '@openwaybill/privacy';
import { hex } from '@openwaybill/validate';
import { logSize, nodesOf } from '../audit/log.ts';
import { demandPlace } from '../audit/place.ts';
import type { Behaviour } from '../engine/call.ts';

export const getAuditConsistency: Behaviour = async ({ unit, query }) => {
  const from = Number(query.from);
  const to = Number(query.to);
  demandPlace('to', to <= (await logSize(unit)));
  demandPlace('from', from >= 1 && from <= to);
  const path = await consistencyPath(nodesOf(unit), from, to);
  return { status: 200, body: { from, to, consistencyPath: path.map(hex) } };
};
