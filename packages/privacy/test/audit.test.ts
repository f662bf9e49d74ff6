import type { webcrypto } from 'node:crypto';
import { base64, fromHex, hex } from '@openwaybill/validate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  auditOrigin,
  consistencyPath,
  inclusionPath,
  leafHash,
  type NodeAt,
  nodesCompletedBy,
  openCheckpoint,
  rootOf,
  signCheckpoint,
  type TreeHash,
  treeOver,
  verifyConsistency,
  verifyInclusion,
  verifyReceipt,
} from '../src/index.ts';

/** The vectors that implementations of RFC 6962 have in common. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const hashesOf = (leaves: readonly Uint8Array[]): Promise<TreeHash[]> =>
  Promise.all(leaves.map(leafHash));

test.each(ROOTS.map((root, size) => ({ size, root })))(
  'the root of $size leaves is the published one',
  async ({ size, root }) => {
    const tree = treeOver(await hashesOf(LEAVES.slice(0, size).map(fromHex)));
    expect(hex(await rootOf(tree, size))).toBe(root);
  },
);

/** Paths over the same leaves, as RFC 6962 section 2.1.3 draws them for a tree of seven. */
const PATHS = [
  { given: 'leaf 0 of 1', index: 0, size: 1, want: 0 },
  { given: 'leaf 0 of 7', index: 0, size: 7, want: 3 },
  { given: 'leaf 3 of 7', index: 3, size: 7, want: 3 },
  { given: 'leaf 4 of 7', index: 4, size: 7, want: 3 },
  { given: 'leaf 6 of 7', index: 6, size: 7, want: 2 },
];

test.each(PATHS)('the path of $given has $want hashes', async ({ index, size, want }) => {
  const tree = treeOver(await hashesOf(LEAVES.map(fromHex)));
  expect(await inclusionPath(tree, index, size)).toHaveLength(want);
});

const CONSISTENCIES = [
  { from: 3, to: 7, want: 4 },
  { from: 4, to: 7, want: 1 },
  { from: 6, to: 7, want: 3 },
  { from: 7, to: 7, want: 0 },
];

test.each(CONSISTENCIES)('the path from $from to $to has $want hashes', async (given) => {
  const tree = treeOver(await hashesOf(LEAVES.map(fromHex)));
  expect(await consistencyPath(tree, given.from, given.to)).toHaveLength(given.want);
});

/** A tree of a random size, and two places in it. */
const places = fc.integer({ min: 1, max: 70 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    index: fc.nat({ max: size - 1 }),
    from: fc.integer({ min: 1, max: size }),
    seed: fc.nat({ max: 255 }),
  }),
);

const leavesFor = (size: number, seed: number) =>
  Array.from({ length: size }, (_, at) => Uint8Array.of(seed, at, size));

const withBit = (bytes: Uint8Array<ArrayBuffer>, bit: number): Uint8Array<ArrayBuffer> => {
  const changed = new Uint8Array(bytes);
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return changed;
};
const BITS = 256;

test('every inclusion proof verifies, and with one bit changed none does', async () => {
  await fc.assert(
    fc.asyncProperty(places, fc.nat(), async ({ size, index, seed }, pick) => {
      const leaves = await hashesOf(leavesFor(size, seed));
      const tree = treeOver(leaves);
      const root = await rootOf(tree, size);
      const path = await inclusionPath(tree, index, size);
      const leaf = leaves[index] as TreeHash;
      const claim = { leafHash: leaf, leafIndex: index, treeSize: size, root, path };
      const parts = [leaf, root, ...path];
      const part = Math.floor(pick / BITS) % parts.length;
      const bent = parts.map((one, at) => (at === part ? withBit(one, pick % BITS) : one));
      const [leafHashBent = leaf, rootBent = root, ...pathBent] = bent;
      return (
        (await verifyInclusion(claim)) &&
        !(await verifyInclusion({
          ...claim,
          leafHash: leafHashBent,
          root: rootBent,
          path: pathBent,
        })) &&
        !(await verifyInclusion({ ...claim, path: [...path, root] })) &&
        (path.length === 0 || !(await verifyInclusion({ ...claim, path: path.slice(1) }))) &&
        !(await verifyInclusion({ ...claim, leafIndex: size }))
      );
    }),
    { numRuns: 150 },
  );
});

test('every consistency proof verifies, and with one bit changed none does', async () => {
  await fc.assert(
    fc.asyncProperty(places, fc.nat(), async ({ size, from, seed }, pick) => {
      const tree = treeOver(await hashesOf(leavesFor(size, seed)));
      const fromRoot = await rootOf(tree, from);
      const toRoot = await rootOf(tree, size);
      const path = await consistencyPath(tree, from, size);
      const claim = { from, fromRoot, to: size, toRoot, path };
      const parts = [fromRoot, toRoot, ...path];
      const part = Math.floor(pick / BITS) % parts.length;
      const [olderBent = fromRoot, newerBent = toRoot, ...pathBent] = parts.map((one, at) =>
        at === part ? withBit(one, pick % BITS) : one,
      );
      const bent = { ...claim, fromRoot: olderBent, toRoot: newerBent, path: pathBent };
      return (
        (await verifyConsistency(claim)) &&
        !(await verifyConsistency(bent)) &&
        !(await verifyConsistency({ ...claim, path: [...path, toRoot] })) &&
        (path.length === 0 || !(await verifyConsistency({ ...claim, path: path.slice(1) }))) &&
        !(await verifyConsistency({ ...claim, from: size + 1 })) &&
        !(await verifyConsistency({ ...claim, from: 0 }))
      );
    }),
    { numRuns: 150 },
  );
});

test('a log that keeps complete nodes has the tree of its leaves', async () => {
  await fc.assert(
    fc.asyncProperty(places, async ({ size, index, from, seed }) => {
      const leaves = await hashesOf(leavesFor(size, seed));
      const kept = new Map<string, TreeHash>();
      const nodes: NodeAt = (level, at) => {
        const known = kept.get(`${level}/${at}`);
        if (known === undefined) throw new RangeError(`no node ${level}/${at}`);
        return known;
      };
      for (const [at, leaf] of leaves.entries())
        for (const one of await nodesCompletedBy(nodes, at, leaf))
          kept.set(`${one.level}/${one.index}`, one.hash);
      const tree = treeOver(leaves);
      expect(await rootOf(nodes, size)).toEqual(await rootOf(tree, size));
      expect(await inclusionPath(nodes, index, size)).toEqual(
        await inclusionPath(tree, index, size),
      );
      expect(await consistencyPath(nodes, from, size)).toEqual(
        await consistencyPath(tree, from, size),
      );
    }),
    { numRuns: 50 },
  );
});

const ORIGIN = auditOrigin('91210200MA0000001M');

const signer = async () => {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, [
    'sign',
    'verify',
  ])) as webcrypto.CryptoKeyPair;
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return {
    publicKey,
    sign: async (text: Uint8Array<ArrayBuffer>) =>
      new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, text)),
  };
};

const root = fromHex(ROOTS[2] ?? '');

/**
 * A key of the documentation of the Go package `golang.org/x/mod/sumdb/note`, whose hash is part of its text there:
 * c74f20a3.
 */
const FOREIGN = {
  name: 'PeterNeumann',
  key: 'ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
};

test('a checkpoint opens with its key, and says size and root', async () => {
  const key = await signer();
  const note = await signCheckpoint({ origin: ORIGIN, size: 2, root }, key);
  expect(note.split('\n').slice(0, 4)).toEqual([ORIGIN, '2', base64(root), '']);
  expect(await openCheckpoint(note, ORIGIN, [key.publicKey])).toEqual({
    ok: true,
    origin: ORIGIN,
    size: 2,
    root,
  });
  const other = await signer();
  expect(await openCheckpoint(note, ORIGIN, [other.publicKey, key.publicKey])).toMatchObject({
    ok: true,
  });
  const witnessed = `${note}\u2014 witness.test AAAAAGZpY3Rpb24=\n`;
  expect(await openCheckpoint(witnessed, ORIGIN, [key.publicKey])).toMatchObject({ ok: true });
});

const BROKEN: readonly {
  readonly given: string;
  readonly bend: (note: string) => string;
  readonly want: string;
}[] = [
  { given: 'another size', bend: (note) => note.replace('\n2\n', '\n3\n'), want: 'SIGNATURE' },
  { given: 'a padded size', bend: (note) => note.replace('\n2\n', '\n02\n'), want: 'FORM' },
  {
    given: 'another root',
    bend: (note) => note.replace(base64(root), base64(fromHex(ROOTS[3] ?? ''))),
    want: 'SIGNATURE',
  },
  { given: 'a short root', bend: (note) => note.replace(base64(root), 'AAAA'), want: 'FORM' },
  { given: 'no empty line', bend: (note) => note.replace('\n\n', '\n'), want: 'FORM' },
  { given: 'no last line feed', bend: (note) => note.slice(0, -1), want: 'FORM' },
  { given: 'a hyphen for the dash', bend: (note) => note.replace('\u2014', '-'), want: 'FORM' },
  {
    given: 'another log',
    bend: (note) => note.replaceAll('91210200MA0000001M', '91210200MA0000002K'),
    want: 'ORIGIN',
  },
  {
    given: 'the signature of another',
    bend: (note) => note.replace(/\u2014 \S+/, '\u2014 witness.test'),
    want: 'KEY',
  },
];

test.each(BROKEN)('a checkpoint with $given does not open', async ({ bend, want }) => {
  const key = await signer();
  const note = bend(await signCheckpoint({ origin: ORIGIN, size: 2, root }, key));
  expect(await openCheckpoint(note, ORIGIN, [key.publicKey])).toEqual({ ok: false, fault: want });
});

test('a checkpoint of a key that was not given does not open', async () => {
  const note = await signCheckpoint({ origin: ORIGIN, size: 2, root }, await signer());
  const other = await signer();
  expect(await openCheckpoint(note, ORIGIN, [other.publicKey])).toEqual({
    ok: false,
    fault: 'KEY',
  });
});

test('the hash of a key is that of the Go package for signed notes', async () => {
  const publicKey = Uint8Array.from(atob(FOREIGN.key), (one) => one.charCodeAt(0)).slice(1);
  const note = await signCheckpoint(
    { origin: FOREIGN.name, size: 1, root },
    { publicKey, sign: async () => new Uint8Array(64) },
  );
  const signed = note.trimEnd().split(' ').at(-1) ?? '';
  const hash = Uint8Array.from(atob(signed), (one) => one.charCodeAt(0)).slice(0, 4);
  expect(hex(hash)).toBe('c74f20a3');
});

const receiptOf = async () => {
  const key = await signer();
  const leaves = await hashesOf(LEAVES.map(fromHex));
  const tree = treeOver(leaves);
  const size = leaves.length;
  const checkpoint = await signCheckpoint(
    { origin: ORIGIN, size, root: await rootOf(tree, size) },
    key,
  );
  const path = (await inclusionPath(tree, 5, size)).map(hex);
  const receipt = {
    leafIndex: 5,
    leafHash: hex(leaves[5] ?? new Uint8Array()),
    checkpoint,
    inclusionPath: path,
  };
  return { receipt, keys: [key.publicKey] };
};

test('a receipt proves its entry, and no other', async () => {
  const { receipt, keys } = await receiptOf();
  expect(await verifyReceipt(receipt, ORIGIN, keys)).toMatchObject({ ok: true, size: 8 });
  expect(await verifyReceipt({ ...receipt, leafIndex: 4 }, ORIGIN, keys)).toEqual({
    ok: false,
    fault: 'INCLUSION',
  });
  expect(await verifyReceipt({ ...receipt, leafIndex: 8 }, ORIGIN, keys)).toEqual({
    ok: false,
    fault: 'COVERAGE',
  });
});
