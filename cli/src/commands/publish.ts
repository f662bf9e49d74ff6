import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import {
  compareVersions,
  DIFF,
  ERRATA,
  errataText,
  isVersion,
  MANIFEST,
  numberFor,
  publish,
  QUALITY,
  type Quality,
  type ReleaseSetting,
  SIGNATURE,
  STATUSES,
  type Status,
  versionFor,
} from '@openwaybill/emit';
import type { ContractDiff, Gate } from '@openwaybill/emit/diff';
import {
  type Contract,
  type Registry,
  registry,
  toContract,
  withVersion,
} from '@openwaybill/schemas';
import type { Common } from '../common.ts';
import { contradictionIn } from '../compatibility/contradiction.ts';
import { type Complaint, complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import type { Text } from '../language.ts';
import { lintStandard } from '../lint/lint-standard.ts';
import { isError, tellFindings } from '../lint/tell-findings.ts';
import { isDay } from '../release/day.ts';
import { errataOf } from '../release/errata.ts';
import {
  frozenContracts,
  frozenFiles,
  newestBefore,
  PUBLISHED,
  publishedVersions,
  type Seal,
  touchedComplaint,
} from '../release/frozen-contracts.ts';
import { handedIn } from '../release/handed-in.ts';
import { hashes, noSm3 } from '../release/hashes.ts';
import { type PagesOf, portalFiles } from '../release/portal-files.ts';
import { releasePrints } from '../release/prints.ts';
import { proofComplaint } from '../release/proof.ts';
import { qualityFacts } from '../release/quality.ts';
import { readContract } from '../release/read-contract.ts';
import { signatureOf, signingKey } from '../release/signature.ts';
import { readWaivers, tellWaiverFaults, waiverComplaint } from '../release/waivers-file.ts';
import { writeFolders } from '../release/write-folder.ts';
import { VERSION } from '../version.ts';
import { behindComplaint, isBehind } from './generate.ts';

export type PublishOptions = Common & {
  readonly version: string;
  readonly status: string;
  /** The day of publication, as `2027-03-01`; nothing reads a clock. */
  readonly date?: string;
  readonly out?: string;
  /** Folder of the release before, or its contract; absent: the newest published one before this version. */
  readonly previous?: string;
  /** File of the private key that signs the manifest. */
  readonly sign?: string;
  /** Prints the document as PDF, which needs a Chromium. */
  readonly pdf: boolean;
  /** What `prove` wrote: a published version needs it. */
  readonly proof?: string;
};

type Failed = { readonly complaint: Complaint };

const usage = (seen: Text, wanted: Text, remedy: Text): Complaint => ({
  code: EXIT.usage,
  seen,
  wanted,
  remedy,
});

const noVersion = (version: string): Complaint =>
  usage(
    { en: `${version} is no version`, zh: `${version} 不是版本号` },
    {
      en: 'a version is three numbers, and before publication its stage',
      zh: '版本号由三个数字组成，发布之前另加阶段',
    },
    { en: 'write it as 1.2.0 or 1.2.0-draft.3', zh: '形如 1.2.0 或 1.2.0-draft.3' },
  );

const otherStage = (version: string, status: Status): Complaint =>
  usage(
    {
      en: `${version} is to be released as ${status}`,
      zh: `${version} 将以 ${status} 状态发布`,
    },
    {
      en: 'the stage in a version is its status, for every $id carries it',
      zh: '版本号中的阶段即其状态，因为每个 $id 都含版本号',
    },
    {
      en: `name another version, such as ${version.replace(/-.*/, '')}`,
      zh: `请改用其他版本号，例如 ${version.replace(/-.*/, '')}`,
    },
  );

const noStatus = (status: string): Complaint =>
  usage(
    { en: `there is no status ${status}`, zh: `没有状态 ${status}` },
    { en: `one of ${STATUSES.join(', ')} is needed`, zh: `可选 ${STATUSES.join('、')}` },
    { en: 'name one of them with --status', zh: '请用 --status 指定其一' },
  );

const noDay = (date: string | undefined): Complaint =>
  usage(
    date === undefined
      ? { en: 'no --date was given', zh: '未给出 --date' }
      : { en: `${date} is no day`, zh: `${date} 不是日期` },
    {
      en: 'the day of publication is a part of the release, which reads no clock',
      zh: '发布日期是发布物的一部分，程序不读取时钟',
    },
    { en: 'write it as --date 2027-03-01', zh: '形如 --date 2027-03-01' },
  );

const noOut: Complaint = usage(
  { en: 'no --out was given', zh: '未给出 --out' },
  { en: 'a release is a new folder', zh: '每次发布写入一个新文件夹' },
  { en: 'name one that does not exist with --out', zh: '请用 --out 指定一个尚不存在的文件夹' },
);

const taken = (out: string): Complaint =>
  usage(
    { en: `${out} exists`, zh: `${out} 已存在` },
    { en: 'a release never changes what was written before', zh: '发布从不改动已写入的内容' },
    { en: 'choose another folder with --out', zh: '请用 --out 另选文件夹' },
  );

const isPublished = (version: string): Complaint =>
  usage(
    {
      en: `${version} is published, and this would be another`,
      zh: `${version} 已发布，且此次内容与之不同`,
    },
    { en: 'a published version never changes', zh: '已发布的版本不再改动' },
    {
      en: 'publish the next version; the same one is written again with its own --date, by the program that made it',
      zh: '请发布下一个版本；以原 --date 及原程序可重新写出同一版本',
    },
  );

const notLater = (version: string, previous: string): Complaint =>
  usage(
    {
      en: `${version} does not come after ${previous}`,
      zh: `${version} 不在 ${previous} 之后`,
    },
    { en: 'a release follows the one before', zh: '新的发布须在前一版本之后' },
    {
      en: 'name a later version, or another --previous',
      zh: '请用更新的版本号，或另选 --previous',
    },
  );

const tooLow = ({ declared, why }: Gate): Complaint => ({
  code: EXIT.nonconforming,
  seen: {
    en: `${declared} is too low for what changed`,
    zh: `版本号 ${declared} 低于变更所需`,
  },
  wanted: why,
  remedy: {
    en: 'openwaybill diff shows which changes ask for it',
    zh: 'openwaybill diff 列出相关变更',
  },
});

/** What keeps a release from following the one before: a version too low, or a comparison that cannot be relied on. */
const unfit = (files: ReadonlyMap<string, string>): Complaint | undefined => {
  const text = files.get(DIFF);
  if (text === undefined) return undefined;
  const diff: ContractDiff = JSON.parse(text);
  const [stale] = diff.waiverFaults;
  return (
    contradictionIn(diff) ??
    (stale === undefined ? undefined : waiverComplaint(stale)) ??
    (diff.gate.isMet ? undefined : tooLow(diff.gate))
  );
};

/** What keeps the files of a release from being published, whatever came before: by their own report. */
const unsound = (files: ReadonlyMap<string, string>): Complaint | undefined => {
  const { twins, links }: Quality = JSON.parse(files.get(QUALITY) ?? '');
  const [differing] = twins.differing;
  const [broken] = links.broken;
  if (differing !== undefined)
    return {
      code: EXIT.nonconforming,
      seen: {
        en: `openapi-3.0.json judges ${differing} otherwise than openapi-3.1.json`,
        zh: `openapi-3.0.json 与 openapi-3.1.json 对 ${differing} 的判定不同`,
      },
      wanted: {
        en: 'both documents take and refuse the same',
        zh: '两份文档的判定须一致',
      },
      remedy: {
        en: 'leave the keyword out that 3.0 cannot say',
        zh: '请去掉 3.0 无法表达的关键字',
      },
    };
  return broken === undefined
    ? undefined
    : {
        code: EXIT.nonconforming,
        seen: { en: `a link leads nowhere: ${broken}`, zh: `链接无所指向：${broken}` },
        wanted: { en: 'every link of a release leads somewhere', zh: '发布物中的链接均须有效' },
        remedy: { en: 'mend the page that has it', zh: '请修正该页' },
      };
};

type Asked = {
  readonly version: string;
  readonly status: Status;
  readonly publishedOn: string;
  readonly out: string;
};

/** What was asked for, or why it cannot be a release. */
const askedFor = (options: PublishOptions, io: Io): Asked | Failed => {
  const { status: word, date, out } = options;
  if (!isVersion(options.version)) return { complaint: noVersion(options.version) };
  const status = STATUSES.find((one) => one === word);
  if (status === undefined) return { complaint: noStatus(word) };
  const version = versionFor(options.version, status);
  if (version === undefined) return { complaint: otherStage(options.version, status) };
  if (date === undefined || !isDay(date)) return { complaint: noDay(date) };
  if (out === undefined) return { complaint: noOut };
  if (io.exists(out)) return { complaint: taken(out) };
  return { version, status, publishedOn: date, out };
};

/**
 * The contract before a version: the one that is named, else the newest published one before it; and the seal of the
 * version where it is published already.
 */
const previousOf = async (
  { version }: Asked,
  named: string | undefined,
  io: Io,
): Promise<{ readonly previous?: Contract; readonly seal?: Seal } | Failed> => {
  const { frozen, touched } = await frozenContracts('.', io);
  const [first] = touched;
  if (first !== undefined) return { complaint: touchedComplaint(first) };
  const seal = frozen.find((one) => one.version === version)?.seal;
  if (named === undefined) {
    const before = newestBefore(frozen, version);
    return {
      ...(before === undefined ? {} : { previous: before.contract }),
      ...(seal === undefined ? {} : { seal }),
    };
  }
  const read = await readContract(named, io);
  if (!read.ok) return read;
  const { contract } = read;
  return compareVersions(contract.version, version) < 0
    ? { previous: contract, ...(seal === undefined ? {} : { seal }) }
    : { complaint: notLater(version, contract.version) };
};

/** What a release comes to: its folder, and what freezes it where it is published in a clone. */
const foldersOf = (
  asked: Asked,
  files: ReadonlyMap<string, string>,
  beside: ReadonlyMap<string, string | Uint8Array>,
  freezes: boolean,
) => [
  { path: asked.out, files: new Map([...files, ...beside]) },
  ...(freezes ? [{ path: join(PUBLISHED, asked.version), files: frozenFiles(files, asked) }] : []),
];

const tell = (
  asked: Asked,
  files: ReadonlyMap<string, string>,
  { freezes, isAgain }: { readonly freezes: boolean; readonly isAgain: boolean },
  options: PublishOptions,
  io: Io,
): void => {
  const sha256 = createHash('sha256')
    .update(files.get(MANIFEST) ?? '')
    .digest('hex');
  const { version, status, publishedOn, out } = asked;
  if (options.json) {
    io.out(JSON.stringify({ version, status, publishedOn, out, files: files.size, sha256 }));
    return;
  }
  const zh = options.language === 'zh';
  io.out(
    zh
      ? `OpenWaybill ${version}（${status}，${publishedOn}）：${files.size} 个文件，位于 ${out}`
      : `OpenWaybill ${version} (${status}, ${publishedOn}): ${files.size} files in ${out}`,
  );
  io.out(`${MANIFEST}  sha256 ${sha256}`);
  if (isAgain) io.out(zh ? '与已发布者逐字节相同' : 'to the byte what was published');
  if (freezes)
    io.out(
      zh
        ? `已封存于 ${join(PUBLISHED, version)}，不再改动`
        : `frozen in ${join(PUBLISHED, version)}, for ever`,
    );
};

/**
 * Makes a release: one folder that never changes, a function of the definitions, the version, the status and the date.
 * It appears whole or not at all.
 */
export const publishRelease = async (
  options: PublishOptions,
  io: Io,
  from: Registry = registry,
  pagesOf: PagesOf = portalFiles,
): Promise<ExitCode> => {
  const asked = askedFor(options, io);
  if ('complaint' in asked) return complain(io, options, asked.complaint);
  if (await isBehind(io)) return complain(io, options, behindComplaint);
  const found = await previousOf(asked, options.previous, io);
  if ('complaint' in found) return complain(io, options, found.complaint);
  const corrected = await errataOf(asked.version, io);
  if ('complaint' in corrected) return complain(io, options, corrected.complaint);
  const { seal, ...before } = found;
  const isAgain = seal !== undefined;
  const unproven =
    asked.status === 'published' && !isAgain ? await proofComplaint(options.proof, io) : undefined;
  if (unproven !== undefined) return complain(io, options, unproven);
  const { sha256, sm3 } = hashes();
  if (sm3 === undefined) return complain(io, options, noSm3);
  const signer = options.sign === undefined ? undefined : await signingKey(options.sign, io);
  if (signer !== undefined && 'complaint' in signer) return complain(io, options, signer.complaint);
  const waived = await readWaivers(io);
  if ('complaint' in waived) return complain(io, options, waived.complaint);
  const linted = lintStandard(from, {
    ...before,
    ...waived,
    release: asked.version,
    today: asked.publishedOn,
  });
  tellWaiverFaults(linted.faults, options, io);
  if (linted.findings.some(isError) || linted.faults.length > 0) {
    tellFindings(linted.findings.filter(isError), options, io);
    return EXIT.nonconforming;
  }
  const { version, status, publishedOn } = asked;
  const latest = (await publishedVersions('.', io)).findLast(
    (one) => compareVersions(one, version) < 0,
  );
  const pages = await pagesOf(
    withVersion(toContract(from), version),
    {
      status,
      publishedOn,
      ...before,
      ...(status === 'published' || latest === undefined ? {} : { latest }),
      isInRelease: true,
    },
    io,
  );
  const setting: ReleaseSetting = {
    version,
    status,
    publishedOn,
    ...before,
    handedIn: new Map([
      ...(await handedIn(io)),
      ...pages,
      [ERRATA, errataText(version, corrected.errata)],
      [
        QUALITY,
        JSON.stringify(
          await qualityFacts(
            linted.findings,
            waived.waivers.filter(({ release }) => release === numberFor(version)),
            io,
          ),
        ),
      ],
    ]),
  };
  const files = publish(from, setting, { sha256, sm3 }, VERSION);
  const refused = unfit(files) ?? unsound(files);
  if (refused !== undefined) return complain(io, options, refused);
  const manifest = new TextEncoder().encode(files.get(MANIFEST) ?? '');
  if (isAgain && sha256(manifest) !== seal.manifest.sha256)
    return complain(io, options, isPublished(version));
  const prints = options.pdf
    ? await releasePrints(asked, files, { sha256, sm3 }, options.language, io)
    : new Map<string, string>();
  if ('complaint' in prints) return complain(io, options, prints.complaint);
  const beside = new Map<string, string | Uint8Array>([
    ...prints,
    ...(signer === undefined
      ? []
      : ([[SIGNATURE, await signatureOf(files.get(MANIFEST) ?? '', signer.key)]] as const)),
  ]);
  const freezes = status === 'published' && !isAgain && io.exists(PUBLISHED);
  const fault = await writeFolders(foldersOf(asked, files, beside, freezes), io);
  if (fault === 'INTERRUPTED') return EXIT.interrupted;
  if (fault !== undefined)
    return complain(
      io,
      options,
      fault.errno === 'EEXIST'
        ? taken(fault.path)
        : fileComplaint({ ...fault, path: dirname(resolve(asked.out)) }, 'write'),
    );
  tell(asked, files, { freezes, isAgain }, options, io);
  return EXIT.ok;
};
