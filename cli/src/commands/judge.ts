import {
  betweenResult,
  type ClaimFile,
  claimIn,
  headOf,
  judgeParts,
  type ReadTranscript,
  type Result,
  readTraffic,
  rolesIn,
  SUITE_VERSION,
  type Transcript,
  unite,
} from '@openwaybill/conformance';
import type { Role, Text } from '@openwaybill/schemas';
import { readJsonFile } from '../check/read-json-file.ts';
import { readSet } from '../check/read-set.ts';
import type { Common } from '../common.ts';
import { type Complaint, complain } from '../complaint.ts';
import { EXIT, type ExitCode, worstOf } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import type { ReportPlaces } from '../report/report-options.ts';
import { tellBetween } from '../report/tell-between.ts';
import { tellResult } from '../report/tell-result.ts';
import { writeReports } from '../report/write-reports.ts';
import { writeBetween } from './between.ts';

export type JudgeCommandOptions = Common &
  Omit<ReportPlaces, 'out'> & {
    readonly files: readonly string[];
    readonly role?: string;
    /** Claim file, for traffic that says nothing of it. */
    readonly claim?: string;
    readonly set?: string;
    /** The transcripts are parts of one run. */
    readonly merge: boolean;
    readonly strict: boolean;
    /** Folder of what is written; absent: nothing is. */
    readonly out?: string;
  };

const usage = (seen: Text, wanted: Text, remedy: Text): Complaint => ({
  code: EXIT.usage,
  seen,
  wanted,
  remedy,
});

const READABLE: Text = {
  en: 'a transcript, a HAR file, or messages one a line is needed',
  zh: '需要交换记录、HAR 文件或逐行的消息',
};

const WANTED: Readonly<
  Record<Extract<ReadTranscript, { ok: false }>['why'], readonly [wanted: Text, remedy: Text]>
> = {
  NOT_A_TRANSCRIPT: [READABLE, { en: 'name another file', zh: '请指定其他文件' }],
  OTHER_VERSION: [
    { en: 'version 1 is known here', zh: '此处只认识版本 1' },
    { en: 'use the openwaybill that wrote it', zh: '请使用写入它的 openwaybill 版本' },
  ],
  BROKEN_CHAIN: [
    { en: 'every line vouches for the one before it', zh: '每一行都为前一行作证' },
    { en: 'take the file as it was written', zh: '请使用写入时的原文件' },
  ],
};

type Loaded =
  | { readonly transcript: Transcript; readonly isTorn: boolean }
  | { readonly complaint: Complaint };

const load = async (io: Io, path: string, role: Role | undefined): Promise<Loaded> => {
  const file = await io.read(path);
  if (!file.ok) return { complaint: fileComplaint(file.fault) };
  const read = await readTraffic(new TextDecoder().decode(file.bytes), role);
  if (read.ok) return read;
  const [wanted, remedy] = WANTED[read.why];
  return {
    complaint: usage(
      {
        en: `${path}, line ${read.line}: ${read.text.en}`,
        zh: `${path} 第 ${read.line} 行：${read.text.zh}`,
      },
      wanted,
      remedy,
    ),
  };
};

/** What parts of one run have in common. */
const identityOf = (transcript: Transcript): Readonly<Record<string, readonly [string, Text]>> => {
  const { set, depth, suite, claims } = headOf(transcript);
  return {
    set: [set, { en: 'requirement set', zh: '要求集' }],
    claim: [claims.map(({ digest }) => digest).join(' '), { en: 'claim', zh: '声明' }],
    suite: [suite.version, { en: 'suite', zh: '测试套件' }],
    depth: [depth, { en: 'depth', zh: '证据深度' }],
  };
};

/** Why transcripts are no parts of one run, or nothing. */
const unlike = (
  transcripts: readonly Transcript[],
  files: readonly string[],
): Complaint | undefined => {
  const [first, ...others] = transcripts.map(identityOf);
  for (const [at, other] of others.entries())
    for (const [member, [value, name]] of Object.entries(first ?? {}))
      if (other[member]?.[0] !== value)
        return usage(
          {
            en: `${files[0]} and ${files[at + 1]} differ in their ${name.en}`,
            zh: `${files[0]} 与 ${files[at + 1]} 的${name.zh}不同`,
          },
          {
            en: 'parts of one run are equal in set, claim, suite and depth',
            zh: '同一次检测的各部分须要求集、声明、套件与深度一致',
          },
          { en: 'run the parts again alike', zh: '请以相同条件重新检测' },
        );
  return undefined;
};

/** The roles that are judged: the one that was asked for, or all that the transcript is about. */
const chosenRoles = (
  transcript: Transcript,
  asked: string | undefined,
  path: string,
): readonly Role[] | Complaint => {
  const there = rolesIn(transcript);
  if (asked === undefined) return there;
  const role = there.find((one) => one === asked);
  return role === undefined
    ? usage(
        { en: `${path} tells nothing of ${asked}`, zh: `${path} 中没有 ${asked}` },
        {
          en: `it is about ${there.join(', ') || 'nobody'}`,
          zh: `其中有 ${there.join('、') || '无任何角色'}`,
        },
        { en: 'name one of these with --role', zh: '请用 --role 指定其一' },
      )
    : [role];
};

const WORDS = {
  en: {
    torn: 'stops before its end: it is judged as far as it goes',
    suite: 'was written by suite',
    now: 'and is judged by',
  },
  zh: {
    torn: '在结束之前中断：仅就已有部分判定',
    suite: '由测试套件',
    now: '写入，现由此版本判定：',
  },
} as const;

/** What a claim file adds: what a document cannot say, or the document of a role that serves none. */
const addedBy = (file: ClaimFile | undefined): Pick<ClaimFile, 'supplement' | 'document'> => ({
  ...(file?.supplement === undefined ? {} : { supplement: file.supplement }),
  ...(file?.document === undefined ? {} : { document: file.document }),
});

/** Both parties of a conversation, and what worked between them. */
const judgeBoth = async (
  transcript: Transcript,
  options: JudgeCommandOptions,
  io: Io,
): Promise<ExitCode> => {
  const result = await betweenResult(transcript);
  if (options.out !== undefined) {
    const complaint = await writeBetween(result, { ...options, out: options.out }, io, transcript);
    if (complaint !== undefined) return complain(io, options, complaint);
  }
  tellBetween(result, options, io);
  return result.exit;
};

/** Runs the checks over stored transcripts: no network, no clock. */
export const judge = async (options: JudgeCommandOptions, io: Io): Promise<ExitCode> => {
  const { files, language, set } = options;
  if (files.length > 1 && !options.merge)
    return complain(
      io,
      options,
      usage(
        { en: `${files.length} files were named`, zh: `指定了 ${files.length} 个文件` },
        { en: 'one is judged at a time', zh: '一次判定一个文件' },
        {
          en: 'name one, or add --merge if they are parts of one run',
          zh: '请只指定一个；若为同一次检测的各部分，请加 --merge',
        },
      ),
    );
  const transcripts: Transcript[] = [];
  for (const path of files) {
    const read = await load(io, path, options.role as Role | undefined);
    if ('complaint' in read) return complain(io, options, read.complaint);
    if (read.isTorn) io.err(`${path} ${WORDS[language].torn}`);
    transcripts.push(read.transcript);
  }
  const differing = unlike(transcripts, files);
  if (differing !== undefined) return complain(io, options, differing);
  const [first] = transcripts;
  if (first === undefined) return EXIT.usage;
  const { suite } = headOf(first);
  if (suite.version !== SUITE_VERSION)
    io.err(
      `${files[0]} ${WORDS[language].suite} ${suite.version} ${WORDS[language].now} ${SUITE_VERSION}`,
    );
  const roles = chosenRoles(first, options.role, files[0] ?? '');
  if ('code' in roles) return complain(io, options, roles);
  const file =
    options.claim === undefined ? undefined : await readJsonFile<ClaimFile>(io, options.claim);
  if (file !== undefined && 'complaint' in file) return complain(io, options, file.complaint);
  if (headOf(first).mode === 'BETWEEN' && options.role === undefined && transcripts.length === 1)
    return judgeBoth(first, options, io);
  const read = await readSet({ asked: set, claimed: headOf(first).set }, io);
  if ('complaint' in read) return complain(io, options, read.complaint);
  const exits: ExitCode[] = [];
  const results: Result[] = [];
  for (const role of roles) {
    const claim = { ...claimIn(first, role), ...addedBy(file?.value) };
    const judged = await judgeParts(transcripts, claim, {
      ...read,
      ...(options.strict ? { isStrict: true } : {}),
    });
    results.push(judged);
    const reported = { result: judged, transcript: unite(transcripts, claim).transcript };
    if (options.out !== undefined) {
      const out = roles.length === 1 ? options.out : `${options.out}/${role}`;
      const { complaint } = await writeReports(reported, { ...options, out }, io);
      if (complaint !== undefined) return complain(io, options, complaint);
    }
    if (!options.json) tellResult(reported, options, io);
    exits.push(judged.exit);
  }
  if (options.json) io.out(JSON.stringify(results.length === 1 ? results[0] : results));
  return worstOf(exits);
};
