import {
  actOf,
  actorsOf,
  type Category,
  type Change,
  type ContractDiff,
  DIFF_WORDS,
  type DiffFormat,
  diffContracts,
  diffDocument,
  evidenceLines,
  type Finding,
  isBreak,
  messagesOf,
  narrowed,
  PASSAGES,
  partyText,
  VERDICTS,
  type Waiver,
  whereOf,
} from '@openwaybill/emit/diff';
import { ROLES, type Role } from '@openwaybill/schemas';
import { nearest } from '@openwaybill/validate/light';
import type { Common } from '../common.ts';
import { contradictionIn } from '../compatibility/contradiction.ts';
import { readPair } from '../compatibility/read-pair.ts';
import { type Complaint, complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import type { Language } from '../language.ts';
import { readJsonFile } from '../read-json-file.ts';
import { dayOf, readWaivers, tellWaiverFaults } from '../release/waivers-file.ts';
import { columns } from '../table.ts';

export type DiffCommandOptions = Common & {
  /** One: against the standard as it is now. Two: the older one first. */
  readonly releases: readonly string[];
  readonly format: 'text' | DiffFormat;
  readonly out?: string;
  readonly role?: string;
  readonly category?: Category;
  readonly waivers?: string;
  readonly declared?: string;
  readonly samples?: number;
};

const DECLARED = 'schemas/decisions/declared-changes.json';

const MORE_WORDS = {
  en: {
    inMessages: 'in',
    summary: (breaks: number, all: number) =>
      `${all} ${all === 1 ? 'change' : 'changes'}, ${breaks} of them ${breaks === 1 ? 'a break' : 'breaks'}`,
  },
  zh: {
    inMessages: '见于',
    summary: (breaks: number, all: number) => `共 ${all} 处变更，其中 ${breaks} 处不兼容`,
  },
} as const;

const wordsOf = (language: Language) => ({ ...DIFF_WORDS[language], ...MORE_WORDS[language] });

const linesOf = (finding: Finding, language: Language): readonly string[] => {
  const words = wordsOf(language);
  const verdict = VERDICTS[finding.verdict][language];
  const first = `  ${finding.rule}  ${whereOf(finding)}  ${finding.what[language]}`;
  if (!isBreak(finding) && finding.verdict !== 'erratum') return [`${first}  (${verdict})`];
  const messages = messagesOf(finding, language);
  return [
    `${first}  (${verdict}${finding.categories.length === 0 ? '' : ` ${finding.categories.join(' ')}`})`,
    `           ${words.oldToNew}  ${PASSAGES[finding.oldToNew][language]}`,
    `           ${words.newToOld}  ${PASSAGES[finding.newToOld][language]}`,
    ...(messages === '' ? [] : [`           ${words.inMessages}: ${messages}`]),
    ...finding.hurt.map((party) => `           ${words.hurt}: ${partyText(party, language)}`),
    `           ${words.act}: ${actOf(finding, language)}`,
    ...(finding.waiver === undefined ? [] : [`           ${words.waived} ${finding.waiver}`]),
    ...evidenceLines(finding, language).map((line) => `           ${line}`),
  ];
};

/** Each role and position that is hurt, with how many breaks and by which rules. */
const actorLines = (diff: ContractDiff, language: Language): readonly string[] => {
  const actors = actorsOf(diff).map(({ party, findings }) => [
    `  ${partyText(party, language)}`,
    String(findings.length),
    [...new Set(findings.map(({ rule }) => rule))].join(' '),
  ]);
  return actors.length === 0 ? [] : ['', `  ${wordsOf(language).toAct}`, columns(actors)];
};

const textOf = (diff: ContractDiff, language: Language): string => {
  const words = wordsOf(language);
  const { verdict, gate, findings, notCompared } = diff;
  return [
    `openwaybill ${diff.before} → ${diff.now}`,
    `  ${words.verdict} ${VERDICTS[verdict][language]}    ${words.declared} ${gate.declared}    ${gate.why[language]}`,
    '',
    ...(findings.length === 0 ? [`  ${words.nothing}`] : []),
    ...findings.flatMap((finding) => linesOf(finding, language)),
    ...actorLines(diff, language),
    ...(notCompared.length === 0 ? [] : [`  ${words.notCompared}`]),
    '',
    words.summary(findings.filter(isBreak).length, findings.length),
  ].join('\n');
};

const usage = (
  seen: Complaint['seen'],
  wanted: Complaint['wanted'],
  remedy: Complaint['remedy'],
): Complaint => ({ code: EXIT.usage, seen, wanted, remedy });

const unknownRole = (role: string): Complaint => {
  const meant = nearest(role, Object.keys(ROLES));
  return usage(
    { en: `${role} is no role of the standard`, zh: `标准中没有角色 ${role}` },
    {
      en: `one of ${Object.keys(ROLES).join(', ')}`,
      zh: `须为 ${Object.keys(ROLES).join('、')} 之一`,
    },
    meant === undefined
      ? { en: 'leave --role out for all of them', zh: '去掉 --role 即为全部' }
      : { en: `write ${meant}, if you meant that`, zh: `若是 ${meant}，请改用此名` },
  );
};

/** A file of records: the one that is named, or the one of a clone where there is one. */
const records = (asked: string | undefined, usual: string, io: Io) =>
  asked === undefined && !io.exists(usual)
    ? Promise.resolve({ value: [] })
    : readJsonFile<unknown>(io, asked ?? usual);

const isDeclared = (value: unknown): value is Change & { readonly release: string } => {
  const { rule, subject, pointer, what, release } = (value ?? {}) as Partial<
    Change & { release: string }
  >;
  return (
    ['CMP-018', 'CMP-093', 'CMP-102'].includes(String(rule)) &&
    typeof subject?.kind === 'string' &&
    typeof subject?.name === 'string' &&
    typeof pointer === 'string' &&
    typeof what?.en === 'string' &&
    typeof what?.zh === 'string' &&
    typeof release === 'string'
  );
};

const wrongDeclaration = (at: number): Complaint =>
  usage(
    { en: `the declared change at /${at} is not whole`, zh: `位于 /${at} 的声明变更不完整` },
    {
      en: 'it has rule (CMP-018, CMP-093 or CMP-102), subject {kind, name}, pointer, what in en and zh, and release',
      zh: '须有 rule（CMP-018、CMP-093 或 CMP-102）、subject {kind, name}、pointer、中英文 what 与 release',
    },
    { en: 'complete it', zh: '请补全' },
  );

type Records = { readonly waivers: readonly Waiver[]; readonly declared: readonly Change[] };

const readRecords = async (
  options: DiffCommandOptions,
  release: string,
  io: Io,
): Promise<Records | { readonly complaint: Complaint }> => {
  const waived = await readWaivers(io, options.waivers);
  if ('complaint' in waived) return waived;
  const said = await records(options.declared, DECLARED, io);
  if ('complaint' in said) return said;
  const declared: readonly unknown[] = Array.isArray(said.value) ? said.value : [said.value];
  const wrong = declared.findIndex((one) => !isDeclared(one));
  if (wrong >= 0) return { complaint: wrongDeclaration(wrong) };
  return {
    waivers: waived.waivers,
    declared: declared.filter(isDeclared).filter((one) => one.release === release),
  };
};

/** Compares two releases in both directions: verdict, who is hurt, what shows it, and the least version that may carry it. */
export const diff = async (options: DiffCommandOptions, io: Io): Promise<ExitCode> => {
  const { language, role, category, samples } = options;
  if (role !== undefined && !(role in ROLES)) return complain(io, options, unknownRole(role));
  const pair = await readPair(options.releases, io);
  if (!pair.ok) return complain(io, options, pair.complaint);
  const { named: before, other: now } = pair;
  const read = await readRecords(options, now.version, io);
  if ('complaint' in read) return complain(io, options, read.complaint);
  const whole = diffContracts(before, now, {
    ...read,
    today: dayOf(io.now()),
    ...(samples === undefined ? {} : { samples }),
  });
  const contradiction = contradictionIn(whole);
  if (contradiction !== undefined) return complain(io, options, contradiction);
  const shown = narrowed(whole, {
    ...(role === undefined ? {} : { role: role as Role }),
    ...(category === undefined ? {} : { category }),
  });
  const format = options.json ? 'json' : options.format;
  const text = format === 'text' ? textOf(shown, language) : diffDocument(shown, format, language);
  if (options.out === undefined) io.out(text.trimEnd());
  else {
    const fault = await io.write(options.out, text.endsWith('\n') ? text : `${text}\n`);
    if (fault !== undefined) return complain(io, options, fileComplaint(fault, 'write'));
  }
  tellWaiverFaults(whole.waiverFaults, options, io);
  return whole.gate.isMet && whole.waiverFaults.length === 0 ? EXIT.ok : EXIT.nonconforming;
};
