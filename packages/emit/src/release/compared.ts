import { POLICY, toContract } from '@openwaybill/schemas';
import { type Contract, contractIn } from '../diff/contract.ts';
import { type ContractDiff, diffContracts } from '../diff/diff-contracts.ts';
import { factsOf } from './quality.ts';
import type { Release } from './release.ts';

/** A contract as two are compared. Throws where it is none, which a release cannot follow. */
const comparable = (contract: Contract) => {
  const read = contractIn(contract);
  if (!read.ok)
    throw new Error(
      `${contract.version} is no contract: it lacks ${read.missing.join(', ')}. A release follows a whole one.`,
    );
  return read.contract;
};

/** Who sees what now; what a policy of old has beside it are words. */
const VIEWS = { views: POLICY.views, matrix: POLICY.matrix };

const known = new WeakMap<Release, ContractDiff>();

/** A release and the one before, compared once however many documents tell of it; nothing for the first. */
export const comparedWithPrevious = (release: Release): ContractDiff | undefined => {
  const { registry, previous } = release;
  if (previous === undefined) return undefined;
  const diff =
    known.get(release) ??
    diffContracts(comparable(previous), comparable({ ...toContract(registry), policy: VIEWS }), {
      waivers: factsOf(release)?.waivers ?? [],
      today: release.publishedOn,
    });
  known.set(release, diff);
  return diff;
};
