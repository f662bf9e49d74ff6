import { type Contract, toContract } from '@openwaybill/schemas';
import { contractIn } from '../diff/contract.ts';
import { diffContracts } from '../diff/diff-contracts.ts';
import { diffDocument } from '../diff/document/diff-document.ts';
import type { ReleaseEmitter } from './release.ts';

/** Where the comparison with the release before stands in a folder; absent in the first. */
export const DIFF = 'diff-from-previous.json';

/** A contract as two are compared. Throws where it is none, which a release cannot be made of. */
const comparable = (contract: Contract) => {
  const read = contractIn(contract);
  if (!read.ok)
    throw new Error(`${contract.version} is no contract: it lacks ${read.missing.join(', ')}`);
  return read.contract;
};

/** What changed since the release before, for whom, and what version that needs. */
export const diffFromPrevious: ReleaseEmitter = ({ registry, previous }) => {
  if (previous === undefined) return new Map();
  const diff = diffContracts(comparable(previous), comparable(toContract(registry)));
  return new Map([
    [DIFF, diffDocument(diff, 'json', 'en')],
    ['diff-from-previous.en.html', diffDocument(diff, 'html', 'en')],
    ['diff-from-previous.zh.html', diffDocument(diff, 'html', 'zh')],
  ]);
};
