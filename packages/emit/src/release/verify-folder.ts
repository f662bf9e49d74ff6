import type { Text } from '@openwaybill/schemas';
import { digestsOf, type Hashes, MANIFEST, type Manifest, SIGNATURE } from './manifest.ts';
import { isOfPrints, PRINT_MANIFEST, type PrintManifest } from './prints.ts';
import { danglingReferences, foreignIds } from './references.ts';

/** What is wrong with one file of a release folder. */
export type FolderFinding = {
  readonly path: string;
  readonly is: 'missing' | 'unlisted' | 'changed' | 'unsafe' | 'foreign-id' | 'dangling' | 'other';
  /** What was seen and what the manifest wants. */
  readonly text: Text;
};

const said = (path: string, is: FolderFinding['is'], en: string, zh: string): FolderFinding => ({
  path,
  is,
  text: { en, zh },
});

/** A path that stays inside the folder on every system. */
const isInside = (path: string): boolean =>
  !/^[/\\]|^[A-Za-z]:|\\/.test(path) && path.split('/').every((step) => !/^\.{0,2}$/.test(step));

type Listed = Manifest['files'][number];

const contentOf = (
  listed: Listed,
  bytes: Uint8Array,
  hashes: Hashes,
): FolderFinding | undefined => {
  const digests = digestsOf(bytes, hashes);
  const differs = [
    ...(bytes.length === listed.bytes ? [] : ['bytes']),
    ...(digests.sha256 === listed.sha256 ? [] : ['sha256']),
    ...(digests.sm3 === undefined || digests.sm3 === listed.sm3 ? [] : ['sm3']),
  ];
  return differs.length === 0
    ? undefined
    : said(
        listed.path,
        'changed',
        `${bytes.length} bytes, sha256 ${digests.sha256}; the manifest says ${listed.bytes} bytes, ${listed.sha256} (differs in ${differs.join(', ')})`,
        `${bytes.length} 字节，sha256 ${digests.sha256}；清单为 ${listed.bytes} 字节，${listed.sha256}（不同之处：${differs.join('、')}）`,
      );
};

/** What the parts of a manifest have to say of each other. */
const ofManifest = (manifest: Manifest): readonly FolderFinding[] => {
  const paths = manifest.files.map(({ path }) => path);
  const sorted = paths.toSorted();
  const twice = sorted.filter((path, at) => sorted[at - 1] === path);
  const contract = manifest.files.find(({ path }) => path === 'contract.json');
  return [
    ...paths
      .filter((path) => !isInside(path))
      .map((path) =>
        said(path, 'unsafe', 'the path leads out of the folder', '该路径指向文件夹之外'),
      ),
    ...twice.map((path) =>
      said(path, 'unsafe', 'the manifest lists it twice', '清单重复列出该文件'),
    ),
    ...(paths.join('\n') === sorted.join('\n')
      ? []
      : [said(MANIFEST, 'other', 'files are not sorted by path', 'files 未按路径排序')]),
    ...(contract?.sha256 === manifest.contract.sha256 && contract.sm3 === manifest.contract.sm3
      ? []
      : [
          said(
            MANIFEST,
            'other',
            'the digests of the contract are not those of contract.json',
            '契约摘要与 contract.json 的摘要不一致',
          ),
        ]),
  ];
};

/** What is wrong with files that a manifest lists. */
const ofListed = (
  listed: readonly Listed[],
  files: ReadonlyMap<string, Uint8Array>,
  hashes: Hashes,
): readonly FolderFinding[] =>
  listed.flatMap((file) => {
    const bytes = files.get(file.path);
    const finding =
      bytes === undefined
        ? said(
            file.path,
            'missing',
            'the manifest lists it and it is not there',
            '清单列出，文件不存在',
          )
        : contentOf(file, bytes, hashes);
    return finding === undefined ? [] : [finding];
  });

/** The manifest of the prints in a folder: absent where nothing was printed, `undefined` where the file is none. */
const printsIn = (
  files: ReadonlyMap<string, Uint8Array>,
): Pick<PrintManifest, 'version' | 'files'> | 'absent' | undefined => {
  const bytes = files.get(PRINT_MANIFEST);
  if (bytes === undefined) return 'absent';
  const value = parsed(new TextDecoder().decode(bytes));
  return isObject(value) && typeof value.version === 'string' && hasFiles(value)
    ? (value as unknown as PrintManifest)
    : undefined;
};

/** What is wrong with the prints of a release by their own manifest. */
const ofPrints = (
  { version }: Manifest,
  files: ReadonlyMap<string, Uint8Array>,
  hashes: Hashes,
): readonly FolderFinding[] => {
  const prints = printsIn(files);
  if (prints === undefined)
    return [said(PRINT_MANIFEST, 'other', 'it is no manifest of prints', '不是打印件的清单')];
  const listed = prints === 'absent' ? [] : prints.files;
  const known = new Set([PRINT_MANIFEST, ...listed.map(({ path }) => path)]);
  return [
    ...(prints === 'absent' || prints.version === version
      ? []
      : [
          said(
            PRINT_MANIFEST,
            'other',
            `it is of version ${prints.version}, not of ${version}`,
            `属于版本 ${prints.version}，而非 ${version}`,
          ),
        ]),
    ...listed
      .filter(({ path }) => !isOfPrints(path))
      .map(({ path }) =>
        said(
          PRINT_MANIFEST,
          'unsafe',
          `it lists ${path}, which is no print`,
          `列出的 ${path} 不是打印件`,
        ),
      ),
    ...ofListed(
      listed.filter(({ path }) => isOfPrints(path)),
      files,
      hashes,
    ),
    ...[...files.keys()]
      .filter((path) => isOfPrints(path) && !known.has(path))
      .map((path) =>
        said(
          path,
          'unlisted',
          'it is there and the manifest of prints does not list it',
          '文件存在，打印件清单未列出',
        ),
      ),
  ];
};

/**
 * Everything that is wrong with a release folder by its manifest: a file that is missing, unlisted or changed, a path
 * that leads out of it, an `$id` of another version, a `$ref` that leads nowhere. `files` are all files of the folder.
 */
export const verifyFolder = (
  manifest: Manifest,
  files: ReadonlyMap<string, Uint8Array>,
  hashes: Hashes,
): readonly FolderFinding[] => {
  const listed = new Set(manifest.files.map(({ path }) => path));
  const content = ofListed(manifest.files, files, hashes);
  const unlisted = [...files.keys()]
    .filter(
      (path) => path !== MANIFEST && path !== SIGNATURE && !listed.has(path) && !isOfPrints(path),
    )
    .map((path) =>
      said(
        path,
        'unlisted',
        'it is there and the manifest does not list it',
        '文件存在，清单未列出',
      ),
    );
  return [
    ...ofManifest(manifest),
    ...content,
    ...unlisted,
    ...ofPrints(manifest, files, hashes),
    ...foreignIds(files, manifest.version).map(({ path, name }) =>
      said(
        path,
        'foreign-id',
        `its $id ${name} is not of version ${manifest.version}`,
        `其 $id ${name} 不属于版本 ${manifest.version}`,
      ),
    ),
    ...danglingReferences(files).map(({ path, name }) =>
      said(path, 'dangling', `the reference ${name} leads nowhere`, `引用 ${name} 无所指向`),
    ),
  ].toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
};

const DIGEST = /^[0-9a-f]{64}$/;
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isDigests = (value: unknown): boolean =>
  isObject(value) && DIGEST.test(String(value.sha256)) && DIGEST.test(String(value.sm3));

/** Whether a manifest lists files as one does. */
const hasFiles = (value: Readonly<Record<string, unknown>>): boolean =>
  Array.isArray(value.files) &&
  value.files.every(
    (file) => isDigests(file) && typeof file.path === 'string' && Number.isSafeInteger(file.bytes),
  );

/** The manifest in a text; `undefined` where the text is none. */
export const manifestIn = (text: string): Manifest | undefined => {
  const value: unknown = parsed(text);
  const isManifest =
    isObject(value) &&
    value.name === 'openwaybill' &&
    ['version', 'status', 'publishedOn'].every((key) => typeof value[key] === 'string') &&
    isDigests(value.contract) &&
    hasFiles(value);
  return isManifest ? (value as unknown as Manifest) : undefined;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
