import { createHash } from 'node:crypto';
import type { Bag } from './form.ts';
import type { Tokens } from './tokens.ts';

const sha = (...parts: readonly Uint8Array[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest();
const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);
const split = (count: number): number => 2 ** Math.floor(Math.log2(count - 1));
const rootOf = (leaves: readonly Buffer[]): Buffer => {
  const [first] = leaves;
  if (first === undefined) return sha();
  if (leaves.length === 1) return first;
  const at = split(leaves.length);
  return sha(NODE, rootOf(leaves.slice(0, at)), rootOf(leaves.slice(at)));
};
const pathOf = (index: number, leaves: readonly Buffer[]): readonly Buffer[] => {
  if (leaves.length < 2) return [];
  const at = split(leaves.length);
  const [left, right] = [leaves.slice(0, at), leaves.slice(at)];
  return index < at
    ? [...pathOf(index, left), rootOf(right)]
    : [...pathOf(index - at, right), rootOf(left)];
};
/** RFC 9162, 2.1.4.1. */
const consistency = (
  size: number,
  leaves: readonly Buffer[],
  isWhole: boolean,
): readonly Buffer[] => {
  if (size === leaves.length) return isWhole ? [] : [rootOf(leaves)];
  const at = split(leaves.length);
  const [left, right] = [leaves.slice(0, at), leaves.slice(at)];
  return size <= at
    ? [...consistency(size, left, isWhole), rootOf(right)]
    : [...consistency(size - at, right, false), rootOf(left)];
};
const hex = (hashes: readonly Buffer[]): readonly string[] =>
  hashes.map((one) => one.toString('hex'));

/** What is remembered of an entry beside its leaf. */
export type Entry = { readonly entry: Bag; readonly party: string; readonly person: object };

/** An append-only log of who asked for what (RFC 9162), with checkpoints as signed notes. */
export const openAudit = (partyId: string, { keys, signBytes }: Tokens) => {
  const origin = `openwaybill.org/audit/${partyId}`;
  const entries: Entry[] = [];
  const texts: string[] = [];
  const leaves: Buffer[] = [];
  const checkpoint = (): string => {
    const note = `${origin}\n${leaves.length}\n${rootOf(leaves).toString('base64')}\n`;
    const raw = Buffer.from(String(keys[0]?.x), 'base64url');
    const name = sha(Buffer.from(`${origin}\n`), NODE, raw).subarray(0, 4);
    const signed = Buffer.concat([name, signBytes(Buffer.from(note))]).toString('base64');
    return `${note}\n— ${origin} ${signed}\n`;
  };
  const inclusion = (leafIndex: number, treeSize: number): Bag => ({
    leafIndex,
    treeSize,
    leafHash: leaves[leafIndex]?.toString('hex'),
    inclusionPath: hex(pathOf(leafIndex, leaves.slice(0, treeSize))),
  });
  return {
    entries,
    checkpoint,
    inclusion,
    size: (): number => leaves.length,
    leafOf: (index: number): string => texts[index] ?? '',
    consistency: (from: number, to: number): Bag => ({
      from,
      to,
      consistencyPath:
        from === 0 || from === to ? [] : hex(consistency(from, leaves.slice(0, to), true)),
    }),
    /** Adds an entry; answers its receipt. */
    add: (one: Entry): Bag => {
      const text = JSON.stringify(one.entry);
      entries.push(one);
      texts.push(text);
      leaves.push(sha(LEAF, Buffer.from(text)));
      const { treeSize: _size, ...proof } = inclusion(leaves.length - 1, leaves.length);
      return { ...proof, checkpoint: checkpoint() };
    },
  };
};
/** The audit log of a witness. */
export type Audit = ReturnType<typeof openAudit>;
