import { compareVersions } from '@openwaybill/emit';
import {
  CAPABILITIES,
  type Contract,
  type Impact,
  impactTally,
  isCapabilities,
  type PartyReason,
} from '@openwaybill/emit/diff';
import { scanValue } from '@openwaybill/privacy/scan';
import { registry } from '@openwaybill/schemas';
import type { Common } from '../common.ts';
import { readPair } from '../compatibility/read-pair.ts';
import { type Complaint, complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import type { Language } from '../language.ts';
import { readPieces } from '../scan/read-pieces.ts';
import { columns } from '../table.ts';
import { unknownSchema } from './scan.ts';

export type ImpactOptions = Common & {
  /** One: against the standard as it is now; the higher version is the candidate. Two: the older one first. */
  readonly releases: readonly string[];
  /** Files or folders of stored messages. */
  readonly on: readonly string[];
  /** What each line or document is; recorded exchanges say it themselves. */
  readonly message?: string;
  /** Read on although personal data stands where the standard has no place for it. */
  readonly redact: boolean;
};

const STORED = /\.(ndjson|jsonl|json|har)$/iu;

const WORDS = {
  en: {
    title: ({ before, now }: Impact) => `traffic of ${before} judged by ${now}`,
    head: ['messages', 'message', 'by whom', 'at', 'rule', 'comes from'],
    forms: { receiver: 'a new receiver refuses', sender: 'its sender does not conform' },
    summary: (impact: Impact, unknown: number) =>
      [
        `${impact.messageCount} messages read`,
        `${impact.refusedCount} would be refused`,
        `${impact.nonconformingCount} could not be sent so any more`,
        `${impact.alreadyRefusedCount} are refused already`,
        `${unknown} parts are of no known message`,
      ].join(', '),
    partyHead: ['party', 'declares', 'changes', 'comes from'],
    kinds: {
      module: 'module',
      event: 'event',
      'code-list': 'code list',
      limit: 'limit',
      algorithm: 'algorithm',
    },
    parties: ({ partyCount, parties }: Impact) =>
      `parties that declared what they have: ${partyCount}, that have to act: ${parties.length}`,
  },
  zh: {
    partyHead: ['主体', '声明内容', '变更数', '变更规则'],
    kinds: {
      module: '模块',
      event: '事件',
      'code-list': '代码表',
      limit: '限制',
      algorithm: '算法',
    },
    parties: ({ partyCount, parties }: Impact) =>
      `已声明能力的主体 ${partyCount} 个，其中须采取行动 ${parties.length} 个`,
    title: ({ before, now }: Impact) => `以 ${now} 判定 ${before} 的流量`,
    head: ['条数', '报文', '判定', '位置', '规则', '变更规则'],
    forms: { receiver: '新接收方拒绝', sender: '发送方不再符合' },
    summary: (impact: Impact, unknown: number) =>
      `已读 ${impact.messageCount} 条：将被拒绝 ${impact.refusedCount}，不得再如此发送 ${impact.nonconformingCount}，原本即被拒绝 ${impact.alreadyRefusedCount}；未知报文 ${unknown} 处`,
  },
} as const;

/** A row for each party and what it declares that the candidate touches. */
const partyRows = (
  { parties }: Impact,
  kinds: Readonly<Record<PartyReason['kind'], string>>,
): readonly (readonly string[])[] =>
  parties.flatMap(({ party, reasons }) =>
    reasons.map(({ kind, name, behind, changeCount }) => [
      party,
      `${kinds[kind]} ${name}`,
      String(changeCount),
      behind.join(' '),
    ]),
  );

const textOf = (impact: Impact, unknown: number, language: Language): string => {
  const words = WORDS[language];
  const rows = impact.rows.map(({ messageCount, message, form, pointer, rule, behind }) => [
    String(messageCount),
    message,
    words.forms[form],
    pointer === '' ? '/' : pointer,
    rule,
    behind.join(' '),
  ]);
  return [
    words.title(impact),
    ...(rows.length === 0 ? [] : [columns([words.head, ...rows])]),
    words.summary(impact, unknown),
    ...(impact.parties.length === 0
      ? []
      : [columns([words.partyHead, ...partyRows(impact, words.kinds)])]),
    ...(impact.partyCount === 0 ? [] : [words.parties(impact)]),
  ].join('\n');
};

/** Which of two contracts traffic is of, and which it is to be judged by. */
const inOrder = (
  named: Contract,
  other: Contract,
  isSecondNamed: boolean,
): { readonly before: Contract; readonly now: Contract } =>
  !isSecondNamed && compareVersions(named.version, other.version) > 0
    ? { before: other, now: named }
    : { before: named, now: other };

/** The files of a folder that hold messages; a file stands for itself. */
const filesOf = async (paths: readonly string[], io: Io): Promise<readonly string[]> => {
  const files: string[] = [];
  for (const path of paths) {
    const below = path === '-' ? [] : await io.filesBelow(path);
    files.push(
      ...(below.length === 0
        ? [path]
        : below
            .filter((one) => STORED.test(one))
            .map((one) => `${path.replace(/\/$/, '')}/${one}`)),
    );
  }
  return files;
};

const leak = (file: string, line: number): Complaint => ({
  code: EXIT.nonconforming,
  seen: {
    en: `${file}:${line} tells of a person where the standard has no place for it`,
    zh: `${file}:${line} 在标准未允许之处含有个人信息`,
  },
  wanted: {
    en: 'stored traffic without personal data, or --redact, which reads on and prints no value either way',
    zh: '需要不含个人信息的流量，或加 --redact 继续（均不输出任何值）',
  },
  remedy: {
    en: `openwaybill scan ${file}, then openwaybill mask ${file}`,
    zh: `先 openwaybill scan ${file}，再 openwaybill mask ${file}`,
  },
});

/**
 * Finds which stored messages would fail by another release, and which parties declare what it touches: counts by
 * message, place, rule and party, and never a value.
 */
export const impact = async (options: ImpactOptions, io: Io): Promise<ExitCode> => {
  const { message, releases, redact, language } = options;
  const pair = await readPair(releases, io);
  if (!pair.ok) return complain(io, options, pair.complaint);
  const { before, now } = inOrder(pair.named, pair.other, releases.length > 1);
  if (message !== undefined && !(message in before.schemas) && !(message in now.schemas))
    return complain(io, options, unknownSchema(message));
  const tally = impactTally(before, now);
  let unknown = 0;
  let leaking: { readonly file: string; readonly line: number } | undefined;
  for (const path of await filesOf(options.on, io)) {
    const file = path === '-' ? '<stdin>' : path;
    const fault = await readPieces(path, message, io, (piece) => {
      // headers and addresses of an exchange are no bodies
      if (!('value' in piece)) return true;
      const { schema, value, line } = piece;
      if (!redact && scanValue(value, schema, { registry }).length > 0) {
        leaking = { file, line };
        return false;
      }
      // a document may be a list of messages
      for (const one of Array.isArray(value) ? value : [value]) {
        // a discovery document says what it is, wherever it was kept
        const name = isCapabilities(one) ? CAPABILITIES : schema;
        if (name === undefined) unknown++;
        else tally.add(name, one);
      }
      return true;
    });
    if (fault !== undefined) return complain(io, options, fileComplaint(fault));
    if (leaking !== undefined) return complain(io, options, leak(leaking.file, leaking.line));
  }
  const found = tally.impact();
  if (found.messageCount === 0)
    return complain(io, options, {
      code: EXIT.usage,
      seen: {
        en: `no message of the standard was found in ${options.on.join(', ')}`,
        zh: `在 ${options.on.join('、')} 中未找到标准的报文`,
      },
      wanted: {
        en: 'recorded exchanges say what they are; other lines need a name',
        zh: '交换记录自带名称；其他行须给出名称',
      },
      remedy: {
        en: 'add --message with the name of the message, such as OrderSubmission',
        zh: '请用 --message 给出报文名称，例如 OrderSubmission',
      },
    });
  io.out(
    options.json
      ? JSON.stringify({ ...found, unknownCount: unknown })
      : textOf(found, unknown, language),
  );
  return found.refusedCount + found.nonconformingCount + found.parties.length === 0
    ? EXIT.ok
    : EXIT.nonconforming;
};
