import {
  headOf,
  type ReadTranscript,
  readTraffic,
  type Transcript,
} from '@openwaybill/conformance';
import type { Role, Text } from '@openwaybill/schemas';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';

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

/** The transcripts of the files: parts of one run where there are several. */
export type Parts = {
  readonly first: Transcript;
  readonly transcripts: readonly Transcript[];
  /** Files that stop before their end. */
  readonly torn: readonly string[];
};

/** Reads what is to be judged, and verifies its chain. */
export const loadParts = async (
  {
    files,
    role,
    merge,
  }: {
    readonly files: readonly string[];
    readonly role?: string;
    readonly merge: boolean;
  },
  io: Io,
): Promise<Parts | { readonly complaint: Complaint }> => {
  if (files.length > 1 && !merge)
    return {
      complaint: usage(
        { en: `${files.length} files were named`, zh: `指定了 ${files.length} 个文件` },
        { en: 'one is judged at a time', zh: '一次判定一个文件' },
        {
          en: 'name one, or add --merge if they are parts of one run',
          zh: '请只指定一个；若为同一次检测的各部分，请加 --merge',
        },
      ),
    };
  const transcripts: Transcript[] = [];
  const torn: string[] = [];
  for (const path of files) {
    const read = await load(io, path, role as Role | undefined);
    if ('complaint' in read) return read;
    if (read.isTorn) torn.push(path);
    transcripts.push(read.transcript);
  }
  const complaint = unlike(transcripts, files);
  if (complaint !== undefined) return { complaint };
  const [first] = transcripts;
  if (first === undefined) throw new Error('a command line names a file');
  return { first, transcripts, torn };
};
