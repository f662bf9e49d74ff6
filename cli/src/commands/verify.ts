import { join } from 'node:path';
import {
  type Against,
  type AppliedSet,
  type Looked,
  plainText,
  type Statement,
  statementIn,
  verifyStatement,
} from '@openwaybill/conformance';
import { Instant } from '@openwaybill/schemas';
import { readSet } from '../check/read-set.ts';
import type { Common } from '../common.ts';
import { type Complaint, complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import type { Text } from '../language.ts';
import { tellStatement } from '../report/tell-statement.ts';
import { trustedKeys } from '../report/trusted-keys.ts';
import { STATEMENT_FILE } from '../report/write-reports.ts';

export type VerifyOptions = Common & {
  /** A file, or the folder of a release. */
  readonly statement: string;
  /** What is asked of a release. */
  readonly release: { readonly deep: boolean; readonly previous?: string };
  readonly result?: string;
  /** One, or those of all shards in their order. */
  readonly transcript?: readonly string[];
  /** File of keys of issuers (JWK Set). */
  readonly trust?: string;
  /** The instant to verify for; absent: now. */
  readonly at?: string;
  readonly rejudge: boolean;
};

type Failed = { readonly complaint: Complaint };

const usage = (seen: Text, wanted: Text, remedy: Text): Complaint => ({
  code: EXIT.usage,
  seen,
  wanted,
  remedy,
});

const textOf = async (path: string, io: Io): Promise<{ readonly text: string } | Failed> => {
  const file = await io.read(path);
  return file.ok
    ? { text: new TextDecoder().decode(file.bytes) }
    : { complaint: fileComplaint(file.fault) };
};

/** The manifest of a release, by which its folder is known. */
const MANIFEST = 'MANIFEST.json';

/** A folder is no statement; the one of a run stands in the folder of its reports. */
const isFolder = (path: string): Complaint =>
  usage(
    { en: `${path} is a folder`, zh: `${path} 是文件夹` },
    {
      en: 'a statement, which is a file, or a release, which has a MANIFEST.json, is verified',
      zh: '可验证证明文件，或含有 MANIFEST.json 的发布文件夹',
    },
    {
      en: `name it, such as ${path.replace(/\/+$/, '')}/${STATEMENT_FILE}`,
      zh: `请指定文件，例如 ${path.replace(/\/+$/, '')}/${STATEMENT_FILE}`,
    },
  );

const INSTANT = new RegExp(Instant.pattern ?? '');

/** The milliseconds of an instant as the standard writes it, on a day that exists. */
const millisecondsOf = (at: string): number | undefined => {
  if (!INSTANT.test(at)) return undefined;
  const day = Date.parse(`${at.slice(0, 10)}T00:00:00Z`);
  const isDay = !Number.isNaN(day) && new Date(day).toISOString().startsWith(at.slice(0, 10));
  const milliseconds = Date.parse(at);
  return isDay && !Number.isNaN(milliseconds) ? milliseconds : undefined;
};

const noInstant = (at: string): Complaint =>
  usage(
    { en: `${at} is no instant`, zh: `${at} 不是时刻` },
    {
      en: 'a date and time with seconds and an offset is needed',
      zh: '需要带秒和时区偏移的日期时间',
    },
    { en: 'write it as 2026-11-22T08:00:00Z', zh: '形如 2026-11-22T08:00:00Z' },
  );

const unreadable = (path: string, { text }: Looked): Complaint =>
  usage(
    { en: `${path}: ${plainText(text.en)}`, zh: `${path}：${plainText(text.zh)}` },
    {
      en: 'a statement of openwaybill check --sign is needed',
      zh: '需要 openwaybill check --sign 签发的证明',
    },
    { en: 'check the path', zh: '请检查路径' },
  );

const noTranscript: Complaint = usage(
  {
    en: '--rejudge was asked for, and no transcript is named',
    zh: '指定了 --rejudge，未指定交换记录',
  },
  { en: 'a transcript is what is judged again', zh: '重新判定的是交换记录' },
  {
    en: 'add --transcript with the transcript of the run',
    zh: '请用 --transcript 给出该次运行的交换记录',
  },
);

const noSet = (version: string): Complaint =>
  usage(
    {
      en: `the set ${version} did not come with this openwaybill`,
      zh: `此 openwaybill 不附带要求集 ${version}`,
    },
    { en: 'it is judged again by the set that it names', zh: '须按其所述要求集重新判定' },
    {
      en: 'use the openwaybill of that set, or leave --rejudge out',
      zh: '请使用该要求集的 openwaybill，或去掉 --rejudge',
    },
  );

/** The frozen set that a statement names, where it came with the program. */
const setOf = async (
  { predicate }: Statement,
  isRejudged: boolean,
  io: Io,
): Promise<{ readonly set?: AppliedSet } | Failed> => {
  const { version } = predicate.set;
  const read = await readSet({ asked: undefined, claimed: version }, io);
  return 'complaint' in read || read.set !== undefined || !isRejudged
    ? read
    : { complaint: noSet(version) };
};

/** Everything that a statement is held against, or why it cannot be. */
const againstOf = async (
  statement: Statement,
  options: VerifyOptions,
  io: Io,
): Promise<Against | Failed> => {
  const { result, transcript = [], trust, rejudge } = options;
  const at = options.at === undefined ? io.now() : millisecondsOf(options.at);
  if (at === undefined) return { complaint: noInstant(options.at ?? '') };
  if (rejudge && transcript.length === 0) return { complaint: noTranscript };
  const texts = new Map<string, string>();
  for (const path of [result, ...transcript, trust]) {
    if (path === undefined) continue;
    const read = await textOf(path, io);
    if ('complaint' in read) return read;
    texts.set(path, read.text);
  }
  const trusted = trust === undefined ? undefined : trustedKeys(trust, texts.get(trust) ?? '');
  if (trusted !== undefined && 'code' in trusted) return { complaint: trusted };
  const set = await setOf(statement, rejudge, io);
  if ('complaint' in set) return set;
  return {
    at,
    ...set,
    ...(result === undefined ? {} : { result: texts.get(result) ?? '' }),
    ...(transcript.length === 0
      ? {}
      : { transcripts: transcript.map((path) => texts.get(path) ?? '') }),
    ...(trusted === undefined ? {} : { trusted }),
    isRejudged: rejudge,
  };
};

/**
 * Verifies a conformance statement: signature, life and the files that it is about; or a release, by its manifest.
 * Nothing is fetched.
 */
export const verify = async (options: VerifyOptions, io: Io): Promise<ExitCode> => {
  const { statement: path, release, language, json } = options;
  if (io.exists(join(path, MANIFEST)) || io.exists(join(path, 'contract.json'))) {
    const { verifyRelease } = await import('./verify-release.ts');
    const { trust } = options;
    return verifyRelease(
      { language, json, folder: path, ...release, ...(trust === undefined ? {} : { trust }) },
      io,
    );
  }
  const file = await io.read(options.statement);
  if (!file.ok)
    return complain(
      io,
      options,
      file.fault.errno === 'EISDIR' ? isFolder(options.statement) : fileComplaint(file.fault),
    );
  const jws = new TextDecoder().decode(file.bytes);
  const statement = statementIn(jws);
  if ('aspect' in statement) return complain(io, options, unreadable(options.statement, statement));
  const against = await againstOf(statement, options, io);
  if ('complaint' in against) return complain(io, options, against.complaint);
  const found = await verifyStatement(jws, against);
  await tellStatement(statement, found, options, io);
  return found.isValid ? EXIT.ok : EXIT.nonconforming;
};
