import {
  type PersonalFinding,
  scanText,
  scanValue,
  type ValueScan,
} from '@openwaybill/privacy/scan';
import { registry } from '@openwaybill/schemas';
import { nearest } from '@openwaybill/validate/light';
import type { Common } from '../common.ts';
import { type Complaint, complain } from '../complaint.ts';
import { EXIT, type ExitCode, worstOf } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import { jsonIn } from '../json-in.ts';
import { findPeople, peopleOf } from '../scan/known-people.ts';
import { isDocument, readPieces } from '../scan/read-pieces.ts';
import type { Piece } from '../scan/source.ts';

export type ScanOptions = Common & {
  readonly files: readonly string[];
  readonly canaries?: string;
  readonly allow?: string;
  readonly schema?: string;
};

/** Where something of a person was found, and how it is written; the value stands nowhere. */
type ScanFinding = {
  readonly file: string;
  readonly line: number;
  readonly part?: string;
  readonly pointer?: string;
  readonly offset?: number;
  readonly kind: PersonalFinding['kind'];
  readonly form: string;
};

/** Lines of a file that could not be seen as what they are: somebody may stand in them. */
type Unread = {
  readonly file: string;
  readonly lines: number;
  readonly why: 'NO_TEXT' | 'NO_JSON';
};

/** Bytes that are no UTF-8, or none of any text. */
const NO_TEXT = /[\uFFFD\0]/u;

const misuse = (
  seen: Complaint['seen'],
  wanted: Complaint['wanted'],
  remedy: Complaint['remedy'],
): Complaint => ({ code: EXIT.usage, seen, wanted, remedy });

/** What is known before the first file is read, or why the command cannot begin. */
const setUp = async (
  options: ScanOptions,
  io: Io,
): Promise<{ readonly scan: ValueScan } | { readonly complaint: Complaint }> => {
  let scan: ValueScan = { registry };
  if (options.schema !== undefined && !registry.schemas.has(options.schema))
    return { complaint: unknownSchema(options.schema) };
  if (options.canaries !== undefined) {
    const read = await io.read(options.canaries);
    if (!read.ok) return { complaint: fileComplaint(read.fault) };
    const people = peopleOf(jsonIn(new TextDecoder().decode(read.bytes))?.value);
    if (people === undefined)
      return {
        complaint: misuse(
          { en: `${options.canaries} lists no people`, zh: `${options.canaries} 未列出人员` },
          {
            en: 'a JSON list of objects with name, mobile, road, building, unitRoom, idNumber, note or title is needed',
            zh: '需要 JSON 列表，各项含 name、mobile、road、building、unitRoom、idNumber、note 或 title',
          },
          { en: 'name such a file with --canaries', zh: '请用 --canaries 指定这样的文件' },
        ),
      };
    scan = { ...scan, known: findPeople(people) };
  }
  if (options.allow !== undefined) {
    const read = await io.read(options.allow);
    if (!read.ok) return { complaint: fileComplaint(read.fault) };
    const allowed = new Set(
      new TextDecoder()
        .decode(read.bytes)
        .split(/\r?\n/u)
        .map(plain)
        .filter((line) => line !== ''),
    );
    scan = { ...scan, isAllowed: (text) => allowed.has(plain(text)) };
  }
  return { scan };
};

/** The same number or address however its groups are written. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s()-]/gu, '')
    .replace(/^(?:\+86|0086)/u, '')
    .toLowerCase();

/** The complaint about a name that is no schema of the standard. */
export const unknownSchema = (name: string): Complaint => {
  const meant = nearest(name, [...registry.schemas.keys()]);
  return misuse(
    { en: `the standard has no message ${name}`, zh: `标准中没有消息 ${name}` },
    {
      en: 'the name of a schema is needed, such as OrderSubmission',
      zh: '需要模式的名称，例如 OrderSubmission',
    },
    meant === undefined
      ? {
          en: 'openwaybill list messages has them all',
          zh: '用 openwaybill list messages 查看全部',
        }
      : { en: `write ${meant}, if you meant that`, zh: `若是 ${meant}，请改用此名` },
  );
};

const look = (scan: ValueScan, piece: Piece, file: string): readonly ScanFinding[] => {
  const found =
    'value' in piece
      ? [
          ...scanValue(piece.value, piece.schema, scan),
          // people who are known are looked for in all of it, also where a schema has a place for people
          ...(scan.known?.(JSON.stringify(piece.value)) ?? []).map(
            ({ form, offset }): PersonalFinding => ({ kind: 'known-person', form, offset }),
          ),
        ]
      : scanText(piece.text, scan);
  return found.map(({ kind, form, pointer, offset }) => ({
    file,
    line: piece.line,
    ...(piece.part === undefined ? {} : { part: piece.part }),
    ...(pointer === undefined ? {} : { pointer: (piece.pointer ?? '') + pointer }),
    ...(pointer === undefined && piece.pointer ? { pointer: piece.pointer } : {}),
    ...(offset === undefined ? {} : { offset }),
    kind,
    form,
  }));
};

const shown = (finding: ScanFinding): string =>
  [
    `${finding.file}:${finding.line}`,
    ...(finding.part === undefined ? [] : [finding.part]),
    ...(finding.pointer === undefined ? [] : [finding.pointer === '' ? '/' : finding.pointer]),
    ...(finding.offset === undefined ? [] : [`+${finding.offset}`]),
    `${finding.kind} (${finding.form})`,
  ].join('  ');

const summary = (options: ScanOptions, findings: number, pieces: number): string => {
  const { files, language } = options;
  if (language === 'zh')
    return findings === 0
      ? `${files.length} 个文件、${pieces} 处内容：在所检查的范围内未发现`
      : `${files.length} 个文件、${pieces} 处内容：发现 ${findings} 处疑似个人信息`;
  const seem = findings === 1 ? 'place that seems' : 'places that seem';
  const looked = `${files.length} ${files.length === 1 ? 'file' : 'files'}, ${pieces} ${pieces === 1 ? 'part' : 'parts'}`;
  return findings === 0
    ? `${looked}: none found in what was looked at`
    : `${looked}: ${findings} ${seem} to tell of a person`;
};

/** Why nothing found in a file says little. */
const unreadComplaint = ({ file, lines, why }: Unread): Complaint =>
  why === 'NO_TEXT'
    ? {
        code: EXIT.incomplete,
        seen: {
          en: `${file} is not all UTF-8 text (${lines} ${lines === 1 ? 'line' : 'lines'})`,
          zh: `${file} 并非全为 UTF-8 文本（${lines} 行）`,
        },
        wanted: { en: 'nobody is found in what is packed', zh: '打包或另行编码的内容无法检查' },
        remedy: { en: 'unpack or convert it, and scan it again', zh: '请解压或转换编码后重新检查' },
      }
    : {
        code: EXIT.incomplete,
        seen: {
          en: `${file} is not JSON (${lines} ${lines === 1 ? 'line' : 'lines'})`,
          zh: `${file} 不是 JSON（${lines} 行）`,
        },
        wanted: {
          en: 'it was read as text, where a name in a member is not seen',
          zh: '已按文本读取，成员中的姓名无法识别',
        },
        remedy: { en: 'repair it, and scan it again', zh: '请修正后重新检查' },
      };

/** Finds personal data where the standard has no place for it, in stored traffic and logs; prints none of it. */
export const scan = async (options: ScanOptions, io: Io): Promise<ExitCode> => {
  const ready = await setUp(options, io);
  if ('complaint' in ready) return complain(io, options, ready.complaint);
  const findings: ScanFinding[] = [];
  const unread: Unread[] = [];
  let pieces = 0;
  let count = 0;
  for (const path of options.files) {
    const file = path === '-' ? '<stdin>' : path;
    const lines = { NO_TEXT: 0, NO_JSON: 0 };
    const fault = await readPieces(path, options.schema, io, (piece) => {
      pieces += 1;
      if ('text' in piece && piece.part === undefined) {
        if (NO_TEXT.test(piece.text)) lines.NO_TEXT += 1;
        else if (isDocument(path)) lines.NO_JSON += 1;
      }
      for (const finding of look(ready.scan, piece, file)) {
        count += 1;
        if (options.json) findings.push(finding);
        else io.out(shown(finding));
      }
      return true;
    });
    if (fault !== undefined) return complain(io, options, fileComplaint(fault));
    for (const why of ['NO_TEXT', 'NO_JSON'] as const)
      if (lines[why] > 0) unread.push({ file, lines: lines[why], why });
  }
  io.out(
    options.json
      ? JSON.stringify({ files: options.files.length, pieces, findings, unread })
      : summary(options, count, pieces),
  );
  return worstOf([
    ...unread.map((one) => complain(io, options, unreadComplaint(one))),
    count === 0 ? EXIT.ok : EXIT.nonconforming,
  ]);
};
