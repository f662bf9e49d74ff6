import type { Text } from '@openwaybill/schemas';
import type { Artefacts } from '../artefacts.ts';
import { escaped } from '../escaped.ts';
import { jsonText } from '../json-text.ts';
import { countTwins } from '../openapi/twin-gate.ts';
import { element, reportPage, table } from '../report-page.ts';
import { countLinks } from './links.ts';
import { factsOf, QUALITY, type Quality, type Seen } from './quality.ts';
import { headOf, type Release } from './release.ts';

type Language = keyof Text;

const WORDS = {
  title: { en: 'Quality of the release', zh: '发布质量报告' },
  counts: { en: 'What was counted', zh: '计数' },
  what: { en: 'what', zh: '项目' },
  result: { en: 'result', zh: '结果' },
  lint: { en: 'Rules of the definitions', zh: '定义检查规则' },
  rules: { en: 'rules asked', zh: '已检查的规则' },
  notAsked: { en: 'rules asked in a clone alone', zh: '仅在代码库中检查的规则' },
  waived: { en: 'findings under a waiver', zh: '已豁免的发现' },
  warnings: { en: 'warnings', zh: '提醒' },
  waivers: { en: 'Waivers', zh: '豁免' },
  noWaiver: { en: 'This release has no waiver.', zh: '本版本没有豁免。' },
  rule: { en: 'rule', zh: '规则' },
  place: { en: 'place', zh: '位置' },
  reason: { en: 'reason', zh: '理由' },
  record: { en: 'record', zh: '记录' },
  approvedBy: { en: 'approved by', zh: '批准' },
  until: { en: 'until', zh: '截至' },
  count: { en: 'count', zh: '数量' },
  message: { en: 'finding', zh: '发现' },
  requirements: { en: 'requirements', zh: '要求' },
  cases: { en: 'cases', zh: '判例' },
  scenarios: { en: 'scenarios', zh: '场景' },
  faults: { en: 'faults', zh: '缺陷' },
  operations: { en: 'operations', zh: '操作' },
  events: { en: 'events', zh: '事件' },
  problems: { en: 'problems', zh: '问题码' },
  cells: { en: 'lifecycle cells', zh: '生命周期单元' },
  clauses: { en: 'clauses of the policy', zh: '政策条款' },
  examples: { en: 'examples', zh: '示例' },
  twins: { en: 'OpenAPI 3.1 and 3.0 judged alike', zh: 'OpenAPI 3.1 与 3.0 判定一致' },
  links: { en: 'links between pages', zh: '页面链接' },
  broken: { en: 'Broken links', zh: '失效链接' },
  tools: { en: 'Made with', zh: '生成工具' },
} as const satisfies Readonly<Record<string, Text>>;

const SAID = {
  requirements: (count: number, checked: number, excluded: number): Text => ({
    en: `${count}: ${checked} checked, ${excluded} excluded, each for a reason`,
    zh: `${count}：${checked} 项有检查，${excluded} 项排除且附理由`,
  }),
  seen: ({ count, seenCount }: Seen): Text => ({
    en: `${seenCount} of ${count} are seen by a check`,
    zh: `${count} 项中有 ${seenCount} 项可由检查体现`,
  }),
  examples: (valid: number, invalid: number): Text => ({
    en: `${valid} valid, ${invalid} invalid, all judged as they say`,
    zh: `有效 ${valid}，无效 ${invalid}，判定均与其说明一致`,
  }),
  twins: (schemas: number, values: number, differing: number): Text => ({
    en: `${schemas} schemas, ${values} values, ${differing} schemas differ`,
    zh: `${schemas} 个模式，${values} 个值，${differing} 个模式判定不同`,
  }),
  links: (pages: number, links: number, broken: number): Text => ({
    en: `${links} links on ${pages} pages, ${broken} broken`,
    zh: `${pages} 页共 ${links} 个链接，失效 ${broken} 个`,
  }),
} as const;

/** Findings by rule, the most frequent first. */
const byRule = (findings: Quality['lint']['warnings']): readonly (readonly [string, number])[] => {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
};

const rowsOf = (
  rows: readonly (readonly [keyof typeof WORDS, string])[],
  language: Language,
): string =>
  table(
    [WORDS.what[language], WORDS.result[language]],
    rows.map(([what, result]) => [escaped(WORDS[what][language]), escaped(result)]),
  );

const findingsTable = (findings: Quality['lint']['warnings'], language: Language): string =>
  table(
    [WORDS.rule[language], WORDS.place[language], WORDS.message[language]],
    findings.map(({ rule, place, message, waiver }) => [
      element('code', escaped(rule)),
      element('code', escaped(place)),
      escaped(waiver === undefined ? message : `${message} (${waiver})`),
    ]),
  );

const waiversTable = ({ waivers }: Quality, language: Language): string =>
  waivers.length === 0
    ? element('p', WORDS.noWaiver[language])
    : table(
        [
          WORDS.rule[language],
          WORDS.place[language],
          WORDS.reason[language],
          WORDS.record[language],
          WORDS.approvedBy[language],
          WORDS.until[language],
        ],
        waivers.map(({ rule, pointer, reason, decision, approvedBy, until }) => [
          element('code', escaped(rule)),
          element('code', escaped(pointer)),
          escaped(reason[language]),
          escaped(decision),
          escaped(approvedBy.join(', ')),
          escaped(until),
        ]),
      );

const pageOf = (release: Release, quality: Quality, language: Language): string => {
  const { lint, coverage, examples, twins, links, tools } = quality;
  const { requirements } = coverage;
  const seen = (kind: 'operations' | 'events' | 'problems' | 'cells' | 'clauses') =>
    [kind, SAID.seen(coverage[kind])[language]] as const;
  const title = `${WORDS.title[language]} ${release.registry.version}`;
  const heading = (text: Text): string => element('h2', escaped(text[language]));
  return reportPage(title, language, [
    element('h1', escaped(title)),
    ...headOf(release, language)
      .filter((line) => line !== '')
      .map((line) => element('p', escaped(line.replaceAll('**', '')))),
    heading(WORDS.counts),
    rowsOf(
      [
        [
          'requirements',
          SAID.requirements(
            requirements.count,
            requirements.checkedCount,
            requirements.excludedCount,
          )[language],
        ],
        ['cases', String(coverage.caseCount)],
        ['scenarios', String(coverage.scenarioCount)],
        ['faults', String(coverage.faultCount)],
        seen('operations'),
        seen('events'),
        seen('problems'),
        seen('cells'),
        seen('clauses'),
        ['examples', SAID.examples(examples.validCount, examples.invalidCount)[language]],
        [
          'twins',
          SAID.twins(twins.schemaCount, twins.valueCount, twins.differing.length)[language],
        ],
        ['links', SAID.links(links.pageCount, links.linkCount, links.broken.length)[language]],
      ],
      language,
    ),
    ...(links.broken.length === 0
      ? []
      : [
          heading(WORDS.broken),
          element('ul', ...links.broken.map((one) => element('li', escaped(one)))),
        ]),
    heading(WORDS.lint),
    rowsOf(
      [
        ['rules', String(lint.ruleCount)],
        ...(lint.notAsked.length === 0 ? [] : ([['notAsked', lint.notAsked.join(', ')]] as const)),
        ['waived', String(lint.waived.length)],
        ['warnings', String(lint.warnings.length)],
      ],
      language,
    ),
    ...(lint.waived.length === 0 ? [] : [findingsTable(lint.waived, language)]),
    heading(WORDS.waivers),
    waiversTable(quality, language),
    ...(lint.warnings.length === 0
      ? []
      : [
          heading(WORDS.warnings),
          table(
            [WORDS.rule[language], WORDS.count[language]],
            byRule(lint.warnings).map(([rule, count]) => [
              element('code', escaped(rule)),
              String(count),
            ]),
          ),
          findingsTable(lint.warnings, language),
        ]),
    heading(WORDS.tools),
    table(
      [WORDS.what[language], WORDS.result[language]],
      Object.entries(tools).map(([name, version]) => [escaped(name), escaped(version)]),
    ),
  ]);
};

const examplesIn = (release: Release): Quality['examples'] => {
  const entries = [...release.registry.schemas.values()].map(({ examples }) => examples);
  const count = (kind: 'valid' | 'invalid'): number =>
    entries.reduce((sum, examples) => sum + Object.keys(examples[kind]).length, 0);
  return { validCount: count('valid'), invalidCount: count('invalid') };
};

/** One of the documents that were written before. Throws where it was not: a gate without documents would pass. */
const documentIn = (files: Artefacts, path: string): object => {
  const text = files.get(path);
  if (text === undefined) throw new Error(`${path} is not written before the report on it`);
  return JSON.parse(text);
};

/** What was found out about a release, as data and as a page in both languages. It looks at the files of all others. */
export const qualityReport = (release: Release, files: Artefacts): Artefacts => {
  const facts = factsOf(release);
  if (facts === undefined) return new Map();
  const quality: Quality = {
    ...facts,
    examples: examplesIn(release),
    twins: countTwins(
      release.registry,
      documentIn(files, 'openapi-3.1.json') as never,
      documentIn(files, 'openapi-3.0.json') as never,
    ),
    links: countLinks(
      // the pages link to this report, which is being written
      new Map([
        ...files,
        ...['qa.en.html', 'qa.zh.html', QUALITY].map((path) => [path, ''] as const),
      ]),
    ),
  };
  return new Map([
    [QUALITY, jsonText(quality)],
    ['qa.en.html', pageOf(release, quality, 'en')],
    ['qa.zh.html', pageOf(release, quality, 'zh')],
  ]);
};
