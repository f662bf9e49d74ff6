import {
  addLine,
  EVERYWHERE,
  emptyLog,
  figuresOf,
  INDICATOR_CODES,
  type PeriodKind,
  type PublishedFigure,
  publishedOf,
  type RegionTable,
  regionsIn,
} from '@openwaybill/reference/statistics';
import { type IndicatorCode, type IndicatorPeriod, indicatorEntry } from '@openwaybill/schemas';
import { explain, type Issue, parseJson, parseLines } from '@openwaybill/validate/light';
import type { Common } from '../common.ts';
import { complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import type { Language } from '../language.ts';
import { columns } from '../table.ts';

export type StatsOptions = Common & {
  readonly files: readonly string[];
  readonly period: 'day' | 'month' | 'year';
  /** Only these regions and what is inside of them. */
  readonly regions?: readonly string[];
  /** A file with the number of towns and villages of every district. */
  readonly towns?: string;
  readonly publish: boolean;
};

type Refused = { readonly file: string; readonly line: number; readonly issue: Issue };

/** A figure of this run: exact, or as it may be published. */
type Shown = PublishedFigure & { readonly part?: number; readonly whole?: number };

const MAX_LINE_BYTES = 4 * 1024 * 1024;

const WORDS = {
  en: {
    indicator: 'indicator',
    everywhere: 'all',
    goal: 'goal for 2020, a year',
    above: (count: string) => `above ${count}`,
    atLeast: (count: string) => `at least ${count}`,
    withheld: 'withheld',
    refused: (count: number) =>
      `${count} ${count === 1 ? 'line was' : 'lines were'} not understood and left out`,
    nothing: 'the log says nothing that an indicator needs',
    shape: 'it is neither a CloudEvent of the standard nor a resource with its name.',
    exact:
      'Exact figures, for your own eyes; --publish withholds what could tell of single persons.',
  },
  zh: {
    indicator: '指标',
    everywhere: '合计',
    goal: '2020 年目标（年）',
    above: (count: string) => `超过 ${count}`,
    atLeast: (count: string) => `不少于 ${count}`,
    withheld: '抑制',
    refused: (count: number) => `${count} 行无法理解，未计入`,
    nothing: '日志中没有指标所需的内容',
    shape: '既不是标准的 CloudEvent，也不是注明名称的资源。',
    exact: '以上为精确值，仅供内部使用；加 --publish 抑制可能泄露个人的单元。',
  },
} as const;

const UNITS = { COUNT: '', MINUTE: ' min', PER_MILLE: ' ‰', PER_MILLION: ' ppm' } as const;

/** Whether a region is one of those asked for, or inside of one. */
const isIn = (region: string, asked: readonly string[] | undefined): boolean =>
  asked === undefined ||
  asked.some((code) => region.startsWith(code.replace(/(00)+$/, '')) || code === region);

const townsOf = (value: unknown): RegionTable => {
  const { districts = {} } = (value ?? {}) as {
    districts?: Readonly<Record<string, { townCount?: number; villageCount?: number }>>;
  };
  return new Map(
    Object.entries(districts).map(([code, { townCount = 0, villageCount = 0 }]) => [
      code,
      { townCount, villageCount },
    ]),
  );
};

const goalOf = (code: IndicatorCode, language: Language): string => {
  const goal = indicatorEntry(code)?.goal;
  if (goal === undefined) return '';
  const { above, atLeast } = WORDS[language];
  return (goal.comparison === 'ABOVE' ? above : atLeast)(goal.count.toLocaleString('en'));
};

const cellOf = (figure: Shown | undefined, language: Language): string => {
  if (figure === undefined) return '';
  if (figure.suppressed) return WORDS[language].withheld;
  const unit = UNITS[indicatorEntry(figure.indicator)?.unit ?? 'COUNT'];
  return figure.value === undefined ? '' : `${figure.value.toLocaleString('en')}${unit}`;
};

const titleOf = ({ fromOn, toOn }: IndicatorPeriod): string =>
  fromOn === toOn ? fromOn : `${fromOn} – ${toOn}`;

/** One table a period: indicators below each other, regions beside each other. */
const tablesOf = (figures: readonly Shown[], language: Language): string => {
  const words = WORDS[language];
  const regions = [...new Set(figures.map(({ region }) => region))];
  const periods = new Map(figures.map(({ period }) => [period.fromOn, period]));
  const indicators = INDICATOR_CODES.filter((code) =>
    figures.some(
      ({ indicator, value, suppressed }) =>
        indicator === code && (value !== undefined || suppressed),
    ),
  );
  return [...periods.values()]
    .map((period) => {
      const rows = indicators.map((code) => [
        indicatorEntry(code)?.[language] ?? code,
        ...regions.map((region) =>
          cellOf(
            figures.find(
              (one) =>
                one.indicator === code &&
                one.region === region &&
                one.period.fromOn === period.fromOn,
            ),
            language,
          ),
        ),
        goalOf(code, language),
      ]);
      const head = [
        words.indicator,
        ...regions.map((region) => (region === EVERYWHERE ? words.everywhere : region)),
        words.goal,
      ];
      return `${titleOf(period)}\n${columns([head, ...rows])}`;
    })
    .join('\n\n');
};

const explained = ({ file, line, issue }: Refused, language: Language): string =>
  `${file}:${line}  ${issue.pointer === '' ? '/' : issue.pointer}  ${issue.rule}\n    ${
    issue.rule === 'log-line' ? WORDS[language].shape : explain(issue, { language })
  }`;

/** Computes every indicator of the standard from an event log. The whole log is read before anything is told. */
export const stats = async (options: StatsOptions, io: Io): Promise<ExitCode> => {
  const words = WORDS[options.language];
  const log = emptyLog();
  const refused: Refused[] = [];
  let lineCount = 0;
  let regions: RegionTable = new Map();
  if (options.towns !== undefined) {
    const read = await io.read(options.towns);
    if (!read.ok) return complain(io, options, fileComplaint(read.fault));
    const parsed = parseJson(read.bytes, { maxBytes: MAX_LINE_BYTES });
    if (!parsed.ok)
      return complain(io, options, {
        code: EXIT.usage,
        seen: { en: `${options.towns} is no JSON`, zh: `${options.towns} 不是 JSON` },
        wanted: {
          en: 'a table of districts is needed',
          zh: '需要区县表',
        },
        remedy: {
          en: 'write {"districts": {"210202": {"townCount": 2, "villageCount": 0}}}',
          zh: '请写成 {"districts": {"210202": {"townCount": 2, "villageCount": 0}}}',
        },
      });
    regions = townsOf(parsed.value);
  }
  for (const path of options.files) {
    const file = path === '-' ? '<stdin>' : path;
    const opened = await io.stream(path);
    if (!opened.ok) return complain(io, options, fileComplaint(opened.fault));
    for await (const { line, parsed } of parseLines(opened.chunks, { maxBytes: MAX_LINE_BYTES })) {
      lineCount++;
      const read = parsed.ok ? addLine(log, parsed.value) : parsed;
      if (read.ok) continue;
      const [issue] = read.issues;
      if (issue !== undefined) refused.push({ file, line, issue });
    }
  }

  const kind = options.period.toUpperCase() as PeriodKind;
  const exact = figuresOf(log, { kinds: [kind], regions });
  const all: readonly Shown[] = options.publish
    ? publishedOf(exact)
    : exact.map((figure) => ({ ...figure, suppressed: false }));
  const order = regionsIn(exact);
  const figures = all
    .filter(({ region }) => order.includes(region) && isIn(region, options.regions))
    .toSorted((a, b) => order.indexOf(a.region) - order.indexOf(b.region));
  const byPeriod = figures.toSorted((a, b) =>
    a.period.fromOn < b.period.fromOn ? -1 : Number(a.period.fromOn !== b.period.fromOn),
  );

  if (options.json)
    io.out(
      JSON.stringify({
        lineCount,
        refused: refused.map(({ file, line, issue: { pointer, rule } }) => ({
          file,
          line,
          pointer,
          rule,
        })),
        published: options.publish,
        figures: byPeriod.map(({ indicator, region, period, value, suppressed, part, whole }) => {
          const { unit, goal } = indicatorEntry(indicator) ?? {};
          return {
            indicator,
            unit,
            regionCode: region,
            period,
            ...(value === undefined ? {} : { value }),
            suppressed,
            ...(part === undefined ? {} : { part, whole }),
            ...(goal === undefined ? {} : { goal }),
          };
        }),
      }),
    );
  else {
    for (const one of refused.slice(0, 10)) io.err(explained(one, options.language));
    if (refused.length > 0) io.err(words.refused(refused.length));
    io.out(figures.length === 0 ? words.nothing : tablesOf(byPeriod, options.language));
    if (figures.length > 0 && !options.publish) io.err(words.exact);
  }
  return refused.length === 0 ? EXIT.ok : EXIT.nonconforming;
};
