import {
  leafHash as hashOfLeaf,
  type OpenedCheckpoint,
  openCheckpoint,
  verifyConsistency,
  verifyInclusion,
  verifyReceipt,
} from '@openwaybill/privacy';
import type { SubjectEntry } from '@openwaybill/schemas';
import { fromHex, hex } from '@openwaybill/validate';
import type { EvidenceItem } from './evidence.ts';

/** What became of one thing; open: a proof between trees of which no checkpoint was given. */
export type Verified = {
  readonly kind: EvidenceItem['kind'];
  readonly source: string;
  /** The sizes that it is about. */
  readonly size: string;
  readonly verdict: 'VALID' | 'INVALID' | 'OPEN';
  readonly fault?: string;
};

type Root = Uint8Array<ArrayBuffer>;

/** The log that a note says it is of: its first line. */
const originOf = (note: string): string => note.split('\n', 1)[0] ?? '';

/** Whether what is shown of an entry is what its leaf says, member by member. */
const saysTheSame = ({ entry, leaf }: SubjectEntry): boolean => {
  try {
    const said = JSON.parse(leaf) as Readonly<Record<string, unknown>>;
    const { organisation, outcome: _, ...rest } = entry;
    const shown = { ...rest, organisationId: organisation.partyId, role: organisation.role };
    return Object.entries(shown).every(
      ([name, value]) => JSON.stringify(said[name]) === JSON.stringify(value),
    );
  } catch {
    return false;
  }
};

/** Verifies every item; two roots of one size are a log that was rewritten, whoever signed them. */
export const verifyEvidence = async (
  items: readonly EvidenceItem[],
  keys: readonly Root[],
  origin: string | undefined,
): Promise<readonly Verified[]> => {
  const open = (note: string): Promise<OpenedCheckpoint> =>
    openCheckpoint(note, origin ?? originOf(note), keys);
  const roots = new Map<number, Root>();
  const rewritten = new Set<number>();
  for (const item of items) {
    if (item.kind !== 'checkpoint' && item.kind !== 'receipt') continue;
    const opened = await open(item.kind === 'checkpoint' ? item.note : item.receipt.checkpoint);
    if (!opened.ok) continue;
    const known = roots.get(opened.size);
    if (known?.some((byte, at) => byte !== opened.root[at])) rewritten.add(opened.size);
    roots.set(opened.size, opened.root);
  }

  const verify = async (item: EvidenceItem): Promise<Omit<Verified, 'kind' | 'source'>> => {
    switch (item.kind) {
      case 'checkpoint': {
        const opened = await open(item.note);
        if (!opened.ok) return { size: '', verdict: 'INVALID', fault: opened.fault };
        const size = String(opened.size);
        return rewritten.has(opened.size)
          ? { size, verdict: 'INVALID', fault: 'REWRITTEN' }
          : { size, verdict: 'VALID' };
      }
      case 'receipt': {
        const { receipt } = item;
        const size = `#${receipt.leafIndex}`;
        const proven = await verifyReceipt(receipt, origin ?? originOf(receipt.checkpoint), keys);
        if (!proven.ok) return { size, verdict: 'INVALID', fault: proven.fault };
        return rewritten.has(proven.size)
          ? { size, verdict: 'INVALID', fault: 'REWRITTEN' }
          : { size, verdict: 'VALID' };
      }
      case 'leaf': {
        const { leaf, proof } = item.proven;
        const size = `#${proof.leafIndex}`;
        if (hex(await hashOfLeaf(new TextEncoder().encode(leaf))) !== proof.leafHash)
          return { size, verdict: 'INVALID', fault: 'LEAF' };
        return saysTheSame(item.proven)
          ? { size, verdict: 'VALID' }
          : { size, verdict: 'INVALID', fault: 'ENTRY' };
      }
      case 'inclusion': {
        const { leafIndex, leafHash, treeSize, inclusionPath } = item.proof;
        const size = `#${leafIndex} < ${treeSize}`;
        const root = roots.get(treeSize);
        if (root === undefined) return { size, verdict: 'OPEN' };
        const path = inclusionPath.map(fromHex);
        return (await verifyInclusion({
          leafHash: fromHex(leafHash),
          leafIndex,
          treeSize,
          root,
          path,
        }))
          ? { size, verdict: 'VALID' }
          : { size, verdict: 'INVALID', fault: 'INCLUSION' };
      }
      case 'consistency': {
        const { from, to, consistencyPath } = item.proof;
        const size = `${from} → ${to}`;
        const [fromRoot, toRoot] = [roots.get(from), roots.get(to)];
        if (fromRoot === undefined || toRoot === undefined) return { size, verdict: 'OPEN' };
        const path = consistencyPath.map(fromHex);
        return (await verifyConsistency({ from, fromRoot, to, toRoot, path }))
          ? { size, verdict: 'VALID' }
          : { size, verdict: 'INVALID', fault: 'CONSISTENCY' };
      }
    }
  };

  return Promise.all(
    items.map(async (item) => ({
      kind: item.kind,
      source: item.source,
      ...(await verify(item)),
    })),
  );
};
