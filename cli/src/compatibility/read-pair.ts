import { type Contract, contractIn } from '@openwaybill/emit/diff';
import { POLICY, registry, toContract } from '@openwaybill/schemas';
import { behindComplaint, isBehind } from '../commands/generate.ts';
import type { Complaint } from '../complaint.ts';
import type { Io } from '../io.ts';
import { type ReadContract, readContract } from '../release/read-contract.ts';

/** The standard as it is now, with its policy of views. */
const workingContract = async (io: Io): Promise<ReadContract> => {
  if (await isBehind(io)) return { ok: false, complaint: behindComplaint };
  const read = contractIn(JSON.parse(JSON.stringify(toContract(registry))));
  if (!read.ok) throw new Error(`the registry makes no contract: ${read.missing.join(', ')}`);
  const { views, matrix } = POLICY;
  return { ok: true, contract: { ...read.contract, policy: { views, matrix } } };
};

/** One contract by its name and one that is named or, if none is, the standard as it is now. */
export const readPair = async (
  names: readonly string[],
  io: Io,
): Promise<
  | { readonly ok: true; readonly named: Contract; readonly other: Contract }
  | { readonly ok: false; readonly complaint: Complaint }
> => {
  const [name = '', second] = names;
  const named = await readContract(name, io);
  if (!named.ok) return named;
  const other = second === undefined ? await workingContract(io) : await readContract(second, io);
  return other.ok ? { ok: true, named: named.contract, other: other.contract } : other;
};
