import { join } from 'node:path';
import type { TrustedKey } from '@openwaybill/conformance';
import {
  type FolderFinding,
  isOfPrints,
  MANIFEST,
  type Manifest,
  manifestIn,
  recheck,
  remade,
  SIGNATURE,
  verifyFolder,
} from '@openwaybill/emit';
import type { Contract } from '@openwaybill/schemas';
import type { Common } from '../common.ts';
import { type Complaint, complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import type { Text } from '../language.ts';
import { frozenContracts, touchedComplaint } from '../release/frozen-contracts.ts';
import { hashes, noSm3 } from '../release/hashes.ts';
import { readContract } from '../release/read-contract.ts';
import { type Signed, signatureText, signedBy } from '../release/signature.ts';
import { trustedKeys } from '../report/trusted-keys.ts';
import { VERSION } from '../version.ts';

export type VerifyReleaseOptions = Common & {
  readonly folder: string;
  /** Writes everything again from the contract of the release and compares. */
  readonly deep: boolean;
  /** File of keys of publishers (JWK Set): one of them has to have signed. */
  readonly trust?: string;
  /** The release before, or its contract, for `deep`; absent: the published one of that version. */
  readonly previous?: string;
};

type Failed = { readonly complaint: Complaint };

/** Something about a release that does not hold, and where. */
type Found = Pick<FolderFinding, 'path' | 'text'> & { readonly is: FolderFinding['is'] | 'stale' };

const noManifest = (path: string): Complaint => ({
  code: EXIT.usage,
  seen: { en: `${path} is no manifest`, zh: `${path} 不是清单` },
  wanted: {
    en: 'the manifest of a release names every file with its digests',
    zh: '发布清单须列出每个文件及其摘要',
  },
  remedy: { en: 'get the release again from where it was published', zh: '请从发布处重新取得' },
});

const otherGenerator = (generator: string): Complaint => ({
  code: EXIT.usage,
  seen: {
    en: `the release was written by version ${generator}, and this is ${VERSION}`,
    zh: `该发布由版本 ${generator} 写出，当前为 ${VERSION}`,
  },
  wanted: {
    en: 'a release is written again by the version that wrote it',
    zh: '须由写出该发布的版本重新写出',
  },
  remedy: {
    en: `run openwaybill ${generator}, or leave --deep out`,
    zh: `请使用 openwaybill ${generator}，或去掉 --deep`,
  },
});

const noPrevious = (version: string): Complaint => ({
  code: EXIT.usage,
  seen: {
    en: `the release follows ${version}, which is not here`,
    zh: `该发布承接 ${version}，此处没有`,
  },
  wanted: {
    en: 'what changed is written again from both contracts',
    zh: '变更须由前后两份契约重新得出',
  },
  remedy: { en: 'name its folder with --previous', zh: '请用 --previous 指定其文件夹' },
});

const followsNone = (named: string): Complaint => ({
  code: EXIT.usage,
  seen: {
    en: `the release follows none, and ${named} was named as the one before`,
    zh: `该发布不承接任何版本，却指定了前一版本 ${named}`,
  },
  wanted: {
    en: 'only what follows a release is compared with it',
    zh: '仅承接前一版本的发布才与之比较',
  },
  remedy: { en: 'leave --previous out', zh: '请去掉 --previous' },
});

/** The contract that a release follows: the one that is named, or the published one. */
const previousOf = async (
  { previous }: Manifest,
  named: string | undefined,
  io: Io,
): Promise<{ readonly contract?: Contract } | Failed> => {
  if (previous === undefined) return named === undefined ? {} : { complaint: followsNone(named) };
  if (named !== undefined) {
    const read = await readContract(named, io);
    if (!read.ok) return read;
    return read.contract.version === previous ? read : { complaint: noPrevious(previous) };
  }
  const { frozen } = await frozenContracts('.', io);
  const found = frozen.find(({ version }) => version === previous);
  return found === undefined ? { complaint: noPrevious(previous) } : { contract: found.contract };
};

const REMADE: Readonly<Record<'missing' | 'stale' | 'extra', Text>> = {
  missing: {
    en: 'the contract gives this file, which is not there',
    zh: '契约可得出该文件，文件不存在',
  },
  stale: {
    en: 'it is not as the contract, the status and the date give it',
    zh: '与契约、状态和日期所得出的内容不同',
  },
  extra: { en: 'nothing gives this file', zh: '该文件无从得出' },
};

// a table for spreadsheets begins with a byte order mark, which is a part of it
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** What differs when everything is written again, of files whose digests hold. */
const found = async (
  manifest: Manifest,
  files: ReadonlyMap<string, Uint8Array>,
  options: VerifyReleaseOptions,
  io: Io,
): Promise<{ readonly findings: readonly Found[] } | Failed> => {
  const made = hashes();
  const flat = verifyFolder(manifest, files, made);
  if (!options.deep || flat.length > 0) return { findings: flat };
  const [generator = ''] = Object.values(manifest.generator);
  if (generator !== VERSION) return { complaint: otherGenerator(generator) };
  const previous = await previousOf(manifest, options.previous, io);
  if ('complaint' in previous) return previous;
  const texts = new Map(
    [...files]
      .filter(([path]) => !isOfPrints(path) && path !== SIGNATURE)
      .map(([path, bytes]) => [path, decoder.decode(bytes)] as const),
  );
  const { sha256, sm3 } = made;
  if (sm3 === undefined) return { complaint: noSm3 };
  const again = remade(manifest, texts, previous.contract, { sha256, sm3 });
  return {
    findings:
      again.length > 0
        ? again.map(({ path, is }) => ({
            path,
            is: is === 'extra' ? 'unlisted' : is,
            text: REMADE[is],
          }))
        : recheck(texts).map((one) => ({ ...one, is: 'other' })),
  };
};

/** The published seal of a version in this clone says otherwise than the manifest of the release. */
const againstSeal = async (
  { version, status }: Manifest,
  bytes: Uint8Array,
  io: Io,
): Promise<readonly Found[] | Failed> => {
  if (status !== 'published') return [];
  const { frozen, touched } = await frozenContracts('.', io);
  const [first] = touched;
  if (first !== undefined) return { complaint: touchedComplaint(first) };
  const seal = frozen.find((one) => one.version === version)?.seal;
  return seal === undefined || seal.manifest.sha256 === hashes().sha256(bytes)
    ? []
    : [
        {
          path: MANIFEST,
          is: 'changed',
          text: {
            en: `it is not the manifest that ${version} was published with`,
            zh: `不是 ${version} 发布时的清单`,
          },
        },
      ];
};

/** The keys of publishers that the reader trusts, where he names a file of them. */
const keysOf = async (
  path: string | undefined,
  io: Io,
): Promise<{ readonly trusted?: readonly TrustedKey[] } | Failed> => {
  if (path === undefined) return {};
  const read = await io.read(path);
  if (!read.ok) return { complaint: fileComplaint(read.fault) };
  const trusted = trustedKeys(path, new TextDecoder().decode(read.bytes));
  return 'code' in trusted ? { complaint: trusted } : { trusted };
};

const IS: Readonly<Record<Found['is'], Text>> = {
  missing: { en: 'missing', zh: '缺少' },
  unlisted: { en: 'unlisted', zh: '未列出' },
  changed: { en: 'changed', zh: '有改动' },
  stale: { en: 'differs', zh: '不一致' },
  unsafe: { en: 'unsafe', zh: '不安全' },
  'foreign-id': { en: 'foreign $id', zh: '$id 版本不符' },
  dangling: { en: 'dangling $ref', zh: '$ref 无所指向' },
  other: { en: 'wrong', zh: '有误' },
};

const tell = (
  manifest: Manifest,
  findings: readonly Found[],
  { signature }: Signed,
  options: VerifyReleaseOptions,
  io: Io,
): void => {
  const { language, json, deep, folder } = options;
  const { version, status, publishedOn, files } = manifest;
  const hasSm3 = hashes().sm3 !== undefined;
  if (json) {
    io.out(
      JSON.stringify({
        folder,
        version,
        status,
        publishedOn,
        files: files.length,
        sm3Checked: hasSm3,
        deep,
        ...(signature === undefined ? {} : { signature }),
        findings,
      }),
    );
    return;
  }
  const zh = language === 'zh';
  for (const { path, is, text } of findings)
    io.out(`${IS[is][language]}  ${path}: ${text[language]}`);
  if (!hasSm3) io.out(zh ? '未核对 SM3：此 Node 不提供' : 'sm3 not checked: this Node has none');
  const who = signature === undefined ? undefined : signatureText(signature);
  if (who !== undefined) io.out(who[language]);
  const what = `OpenWaybill ${version} (${status}, ${publishedOn})`;
  if (findings.length > 0)
    io.out(
      zh
        ? `${what}：${findings.length} 处不符`
        : `${what}: ${findings.length === 1 ? '1 finding' : `${findings.length} findings`}`,
    );
  else
    io.out(
      zh
        ? `${what}：${files.length} 个文件均与清单一致${deep ? '，并与重新写出的内容一致，示例亦重新判定' : ''}`
        : `${what}: ${files.length} files, all as the manifest says${deep ? ' and as they would be written again, and its examples judge as they say' : ''}`,
    );
};

/** Verifies a release folder: every file by its digests, and with `deep` by writing it again. Nothing is fetched. */
export const verifyRelease = async (options: VerifyReleaseOptions, io: Io): Promise<ExitCode> => {
  const { folder } = options;
  const files = new Map<string, Uint8Array>();
  for (const path of await io.filesBelow(folder)) {
    const read = await io.read(join(folder, path));
    if (!read.ok) return complain(io, options, fileComplaint(read.fault));
    files.set(path, read.bytes);
  }
  const bytes = files.get(MANIFEST) ?? new Uint8Array();
  const manifest = manifestIn(decoder.decode(bytes));
  if (manifest === undefined) return complain(io, options, noManifest(join(folder, MANIFEST)));
  const sealed = await againstSeal(manifest, bytes, io);
  if ('complaint' in sealed) return complain(io, options, sealed.complaint);
  const read = await found(manifest, files, options, io);
  if ('complaint' in read) return complain(io, options, read.complaint);
  const keys = await keysOf(options.trust, io);
  if ('complaint' in keys) return complain(io, options, keys.complaint);
  const signed = await signedBy(files.get(SIGNATURE), bytes, keys.trusted);
  const findings: readonly Found[] = [
    ...sealed,
    ...(signed.wrong === undefined
      ? []
      : [{ path: SIGNATURE, is: 'other' as const, text: signed.wrong }]),
    ...read.findings,
  ];
  tell(manifest, findings, signed, options, io);
  return findings.length === 0 ? EXIT.ok : EXIT.nonconforming;
};
