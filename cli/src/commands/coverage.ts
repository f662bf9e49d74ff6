import {
  type FrozenSet,
  freeze,
  type Hole,
  misfitsOf,
  type Result,
  ResultForm,
  type SuiteCoverage,
  suiteCoverage,
} from '@openwaybill/conformance';
import { setFile } from '../check/read-set.ts';
import { readClauses } from '../clauses.ts';
import type { Common } from '../common.ts';
import { complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import type { Language } from '../language.ts';
import { readJsonFile } from '../read-json-file.ts';
import { columns } from '../table.ts';

export type CoverageOptions = Common & {
  /** `result.json` of a run. */
  readonly run?: string;
  /** A version whose set is written. */
  readonly freeze?: string;
  readonly out?: string;
};

const WORDS = {
  en: {
    requirements: 'requirements',
    checked: 'checked',
    excluded: 'excluded',
    unaccounted: 'unaccounted',
    cases: 'cases',
    scenarios: 'scenarios',
    faults: 'faults',
    seen: 'seen',
    met: 'met by this run',
    of: 'of',
    holes: 'holes without a reason',
    reasoned: 'holes with a reason',
  },
  zh: {
    requirements: '要求',
    checked: '已检测',
    excluded: '已排除',
    unaccounted: '未说明',
    cases: '判例',
    scenarios: '场景',
    faults: '缺陷',
    seen: '可见',
    met: '本次到达',
    of: '/',
    holes: '无理由的缺口',
    reasoned: '有理由的缺口',
  },
} as const;

const TITLES = {
  operations: { en: 'operations', zh: '操作' },
  events: { en: 'events', zh: '事件' },
  problems: { en: 'problems', zh: '问题码' },
  cells: { en: 'lifecycle cells', zh: '生命周期单元' },
  clauses: { en: 'clauses', zh: '条款' },
} as const;

/** Holes of one kind and one reason, in one line. */
const grouped = (holes: readonly Hole[], language: Language): readonly (readonly string[])[] => {
  const groups = new Map<string, { readonly kind: string; readonly names: string[] }>();
  for (const { kind, name, reason } of holes) {
    const why = reason?.[language] ?? '';
    const known = groups.get(`${kind} ${why}`);
    if (known === undefined) groups.set(`${kind} ${why}`, { kind, names: [name] });
    else known.names.push(name);
  }
  return [...groups].map(([key, { kind, names }]) => [
    kind,
    names.length === 1 ? (names[0] ?? '') : `${names[0]} +${names.length - 1}`,
    key.slice(kind.length + 1),
  ]);
};

const shown = (coverage: SuiteCoverage, language: Language): string => {
  const words = WORDS[language];
  const { requirements, holes } = coverage;
  const count = (state: string): number => requirements.filter((one) => one.state === state).length;
  const bare = holes.filter(({ reason }) => reason === undefined);
  const reasoned = holes.filter(({ reason }) => reason !== undefined);
  const hasRun = requirements.some(({ outcome }) => outcome !== undefined);
  const kinds = (Object.keys(TITLES) as (keyof typeof TITLES)[]).map((kind) => {
    const rows = coverage[kind];
    const seen = rows.filter(({ seenBy }) => seenBy.length > 0).length;
    const met = rows.filter((row) => 'met' in row && (row.met ?? 0) > 0).length;
    return [
      TITLES[kind][language],
      `${seen} ${words.of} ${rows.length} ${words.seen}`,
      ...(hasRun && rows.some((row) => 'met' in row) ? [`${met} ${words.met}`] : []),
    ];
  });
  return [
    columns([
      [
        words.requirements,
        `${requirements.length}: ${count('checked')} ${words.checked}, ${count('excluded')} ${words.excluded}, ${count('unaccounted')} ${words.unaccounted}`,
      ],
      ...kinds,
    ]),
    '',
    columns(
      requirements.map(
        ({ id, level, clause, state, cases, scenarios, faults, reason, outcome }) => [
          id,
          level,
          clause,
          state === 'checked'
            ? `${cases} ${words.cases}, ${scenarios.length} ${words.scenarios}, ${faults.length} ${words.faults}`
            : `${words[state]}${reason === undefined ? '' : `: ${reason[language]}`}`,
          ...(outcome === undefined ? [] : [outcome]),
        ],
      ),
    ),
    ...(reasoned.length === 0
      ? []
      : ['', `${words.reasoned}: ${reasoned.length}`, columns(grouped(reasoned, language))]),
    '',
    `${words.holes}: ${bare.length}`,
    ...(bare.length === 0 ? [] : [columns(bare.map(({ kind, name }) => [kind, name]))]),
  ].join('\n');
};

/** Writes the cases by which a release is judged; a set that was released is never written again. */
const freezeSet = async (version: string, options: CoverageOptions, io: Io): Promise<ExitCode> => {
  if (!/^\d+\.\d+\.\d+$/.test(version))
    return complain(io, options, {
      code: EXIT.usage,
      seen: { en: `--freeze has ${version}`, zh: `--freeze 为 ${version}` },
      wanted: { en: 'a version is needed', zh: '需要版本号' },
      remedy: { en: 'write it as 1.0.0', zh: '形如 1.0.0' },
    });
  if (io.exists(`schemas/published/${version}`))
    return complain(io, options, {
      code: EXIT.usage,
      seen: { en: `${version} is released`, zh: `${version} 已发布` },
      wanted: { en: 'its set is never written again', zh: '其要求集不得再次写出' },
      remedy: {
        en: 'freeze the next version, or suspend a case in the errata',
        zh: '请冻结下一版本，或在勘误中暂停判例',
      },
    });
  const set: FrozenSet = freeze(version, 'PROVISIONAL');
  const path = setFile(version);
  const { requirements, ...rest } = set;
  // one requirement a line: a difference of two sets reads as such
  const lines = Object.entries(requirements).map(
    ([id, one]) => `    ${JSON.stringify(id)}: ${JSON.stringify(one)}`,
  );
  const { digest, ...head } = rest;
  const members = Object.entries(head).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`,
  );
  const text = `{\n${members.join('\n')}\n  "requirements": {\n${lines.join(',\n')}\n  },\n  "digest": ${JSON.stringify(digest)}\n}\n`;
  const fault = await io.write(path, text);
  if (fault !== undefined) return complain(io, options, fileComplaint(fault, 'write'));
  const cases = Object.values(requirements).reduce((sum, one) => sum + one.cases.length, 0);
  io.out(
    options.json
      ? JSON.stringify({ path, requirements: lines.length, cases, digest })
      : options.language === 'zh'
        ? `已写入 ${path}：${lines.length} 条要求，${cases} 个判例`
        : `${path} written: ${lines.length} requirements, ${cases} cases`,
  );
  return EXIT.ok;
};

/** From clauses to requirements, checks and faults, with every hole; a hole without a reason is a defect. */
export const coverage = async (options: CoverageOptions, io: Io): Promise<ExitCode> => {
  if (options.freeze !== undefined) return freezeSet(options.freeze, options, io);
  const run = options.run === undefined ? undefined : await readJsonFile<Result>(io, options.run);
  if (run !== undefined && 'complaint' in run) return complain(io, options, run.complaint);
  if (run !== undefined && misfitsOf(ResultForm, run.value).length > 0)
    return complain(io, options, {
      code: EXIT.usage,
      seen: { en: `${options.run} is no result of a run`, zh: `${options.run} 不是检测结果` },
      wanted: {
        en: 'the result.json that a check left is needed',
        zh: '需要 check 写出的 result.json',
      },
      remedy: { en: 'name that file', zh: '请指定该文件' },
    });
  const { clauses } = await readClauses(io);
  const found = suiteCoverage(clauses, run?.value);
  if (options.out !== undefined) {
    const fault = await io.write(options.out, `${JSON.stringify(found, null, 2)}\n`);
    if (fault !== undefined) return complain(io, options, fileComplaint(fault, 'write'));
  }
  io.out(options.json ? JSON.stringify(found) : shown(found, options.language));
  return found.holes.some(({ reason }) => reason === undefined) ? EXIT.nonconforming : EXIT.ok;
};
