import { hex } from '@openwaybill/validate';
import { leavesOf } from '../audit/log.ts';
import { inclusionPath } from '../audit/merkle.ts';
import { demandPlace } from '../audit/place.ts';
import type { Behaviour } from '../engine/call.ts';

export const getAuditInclusion: Behaviour = async ({ unit, query }) => {
  const leafIndex = Number(query.leafIndex);
  const treeSize = Number(query.treeSize);
  const leaves = await leavesOf(unit);
  demandPlace('treeSize', treeSize <= leaves.length);
  const leaf = leaves.slice(0, treeSize)[leafIndex];
  demandPlace('leafIndex', leaf !== undefined);
  const path = await inclusionPath(leafIndex, leaves.slice(0, treeSize));
  return {
    status: 200,
    body: {
      leafIndex,
      treeSize,
      leafHash: hex(leaf ?? new Uint8Array()),
      inclusionPath: path.map(hex),
    },
  };
};
