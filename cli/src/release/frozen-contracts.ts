import { join } from 'node:path';
import { compareVersions, type Digests, isVersion, MANIFEST } from '@openwaybill/emit';
import type { Contract, ContractViews } from '@openwaybill/emit/diff';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { jsonIn } from '../json-in.ts';
import type { Text } from '../language.ts';
import { hashes } from './hashes.ts';

/** Where a clone keeps the contract of every published version. */
export const PUBLISHED = 'schemas/published';
/** Beside a frozen contract: its digests and those of the manifest of its release. */
export const SEAL = 'SEAL.json';

/** What is frozen of a release: what later ones are compared with. */
const KEPT = { contract: 'contract.json', policy: 'policy/views.json' } as const;
type Kept = keyof typeof KEPT;
const PARTS = Object.keys(KEPT) as readonly Kept[];

/** What `SEAL.json` says of a published version. */
export type Seal = {
  readonly version: string;
  readonly publishedOn: string;
  readonly manifest: Digests;
} & Readonly<Record<Kept, Digests>>;

export type FrozenContract = {
  readonly version: string;
  readonly contract: Contract;
  readonly seal: Seal;
};

/** A published version that is no longer what was published: the file that was touched. */
export type Touched = { readonly path: string; readonly is: 'missing' | 'changed' | 'unreadable' };

const documentIn = (bytes: Uint8Array): unknown => jsonIn(new TextDecoder().decode(bytes))?.value;

const TOUCHED: Readonly<Record<Touched['is'], Text>> = {
  missing: { en: 'is not there', zh: '不存在' },
  changed: { en: 'is not what was published', zh: '与发布时不同' },
  unreadable: { en: 'is no seal', zh: '不是有效的封存记录' },
};

/** A published contract was touched by hand. */
export const touchedComplaint = ({ path, is }: Touched): Complaint => ({
  code: EXIT.nonconforming,
  seen: { en: `${path} ${TOUCHED[is].en}`, zh: `${path} ${TOUCHED[is].zh}` },
  wanted: { en: 'a published version never changes', zh: '已发布的版本不再改动' },
  remedy: {
    en: 'restore it with git checkout, and correct errors in a new version',
    zh: '请用 git checkout 恢复；勘误须另发新版本',
  },
});

export const sealText = (seal: Seal): string => `${JSON.stringify(seal, null, 2)}\n`;

const isSeal = (value: unknown): value is Seal =>
  typeof value === 'object' &&
  value !== null &&
  [...PARTS, 'manifest'].every(
    (part) => typeof (value as Readonly<Record<string, unknown>>)[part] === 'object',
  );

/** Names of the versions that a folder of contracts has, the oldest first. */
export const publishedVersions = async (root: string, io: Io): Promise<readonly string[]> =>
  [...new Set((await io.filesBelow(join(root, PUBLISHED))).map((path) => path.split('/')[0] ?? ''))]
    .filter(isVersion)
    .toSorted(compareVersions);

const frozenContract = async (
  root: string,
  version: string,
  io: Io,
): Promise<FrozenContract | Touched> => {
  const folder = join(root, PUBLISHED, version);
  const sealPath = join(folder, SEAL);
  const seal = await io.read(sealPath);
  if (!seal.ok) return { path: sealPath, is: 'missing' };
  const sealed = documentIn(seal.bytes);
  if (!isSeal(sealed)) return { path: sealPath, is: 'unreadable' };
  if (sealed.version !== version) return { path: sealPath, is: 'changed' };
  const { sha256, sm3 } = hashes();
  const documents: Partial<Record<Kept, unknown>> = {};
  for (const part of PARTS) {
    const path = join(folder, KEPT[part]);
    const read = await io.read(path);
    if (!read.ok) return { path, is: 'missing' };
    const isSame =
      sha256(read.bytes) === sealed[part].sha256 &&
      (sm3 === undefined || sm3(read.bytes) === sealed[part].sm3);
    if (!isSame) return { path, is: 'changed' };
    documents[part] = documentIn(read.bytes);
  }
  const { views, matrix } = documents.policy as ContractViews;
  const contract = { ...(documents.contract as Contract), policy: { views, matrix } };
  return { version, contract, seal: sealed };
};

/** Every published version of a clone, the oldest first, and every file of one that was touched since. */
export const frozenContracts = async (
  root: string,
  io: Io,
): Promise<{
  readonly frozen: readonly FrozenContract[];
  readonly touched: readonly Touched[];
}> => {
  const versions = await publishedVersions(root, io);
  const all = await Promise.all(versions.map((version) => frozenContract(root, version, io)));
  return {
    frozen: all.filter((one) => 'contract' in one),
    touched: all.filter((one) => 'path' in one),
  };
};

/** The newest published version that comes before another one. */
export const newestBefore = (
  frozen: readonly FrozenContract[],
  version: string,
): FrozenContract | undefined =>
  frozen.findLast((one) => compareVersions(one.version, version) < 0);

/** The files that freeze a release: its contract, its policy of views, and what holds both to be so. */
export const frozenFiles = (
  folder: ReadonlyMap<string, string>,
  { version, publishedOn }: Pick<Seal, 'version' | 'publishedOn'>,
): ReadonlyMap<string, string> => {
  const { sha256, sm3 } = hashes();
  const digests = (path: string): Digests => {
    const bytes = new TextEncoder().encode(folder.get(path) ?? '');
    return { sha256: sha256(bytes), ...(sm3 === undefined ? {} : { sm3: sm3(bytes) }) };
  };
  return new Map([
    ...PARTS.map((part) => [KEPT[part], folder.get(KEPT[part]) ?? ''] as const),
    [
      SEAL,
      sealText({
        version,
        publishedOn,
        contract: digests(KEPT.contract),
        policy: digests(KEPT.policy),
        manifest: digests(MANIFEST),
      }),
    ],
  ]);
};
