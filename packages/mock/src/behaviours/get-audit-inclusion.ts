import { inclusionPath } from '@openwaybill/privacy';
import { hex } from '@openwaybill/validate';
import { logSize, nodesOf } from '../audit/log.ts';
import { demandPlace } from '../audit/place.ts';
import type { Behaviour } from '../engine/call.ts';

export const getAuditInclusion: Behaviour = async ({ unit, query }) => {
  const leafIndex = Number(query.leafIndex);
  const treeSize = Number(query.treeSize);
  demandPlace('treeSize', treeSize <= (await logSize(unit)));
  demandPlace('leafIndex', leafIndex < treeSize);
  const nodes = nodesOf(unit);
  const path = await inclusionPath(nodes, leafIndex, treeSize);
  return {
    status: 200,
    body: {
      leafIndex,
      treeSize,
      leafHash: hex(await nodes(0, leafIndex)),
      inclusionPath: path.map(hex),
    },
  };
};
