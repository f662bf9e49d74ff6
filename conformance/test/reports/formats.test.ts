import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registerSchema, validate } from '@hyperjump/json-schema/draft-07';
import { describe, expect, test } from 'vitest';
import { REPORTS, type ReportName } from '../../src/reports/index.ts';
import type { RequirementResult, Result } from '../../src/result/result.ts';
import { emptyRow, exchange, finding, requirement, result, transcript } from './given.ts';

const written = async (
  name: ReportName,
  given: Result = result(),
  more: { readonly until?: string } = {},
): Promise<string> => REPORTS[name].render(given, transcript(exchange()), { lang: 'en', ...more });

test.each(Object.keys(REPORTS) as ReportName[])(
  '%s: equal results give equal bytes',
  async (name) => {
    expect(await written(name)).toBe(await written(name));
  },
);

/** One requirement of each outcome, and recommendations. */
const EACH: readonly RequirementResult[] = [
  requirement({ id: 'ORD-001', outcome: 'passed' }),
  requirement({ id: 'ORD-002', outcome: 'failed' }),
  requirement({ id: 'ORD-003', outcome: 'inconclusive', reason: 'NO_CASES' }),
  requirement({ id: 'ORD-004', outcome: 'untested', reason: 'ABOVE_DEPTH' }),
  requirement({ id: 'ORD-005', outcome: 'inapplicable', reason: 'binds platform' }),
  requirement({ id: 'ORD-006', outcome: 'failed', level: 'SHOULD' }),
  requirement({ id: 'ORD-007', outcome: 'untested', reason: 'INTERRUPTED' }),
];
const each = result({ requirements: EACH, findings: [finding({ requirement: 'ORD-002' })] });

describe('CTRF', () => {
  const schema = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../seeds/real/ctrf/ctrf.schema.json'), 'utf8'),
  );
  registerSchema(schema, 'https://ctrf.test/schema.json');
  const isCtrf = async (text: string) =>
    (await validate('https://ctrf.test/schema.json', JSON.parse(text))).valid;

  test('is what the schema of the format takes', async () => {
    expect(await isCtrf(await written('ctrf', each))).toBe(true);
    expect(await isCtrf((await written('ctrf', each)).replace('"passed"', '"green"'))).toBe(false);
  });

  test('has a status for each outcome', async () => {
    const { results } = JSON.parse(await written('ctrf', each));
    expect(
      results.tests.map((one: { status: string; rawStatus: string }) => [
        one.rawStatus,
        one.status,
      ]),
    ).toEqual([
      ['passed', 'passed'],
      ['failed', 'failed'],
      ['inconclusive', 'failed'],
      ['untested', 'pending'],
      ['inapplicable', 'skipped'],
      ['failed', 'other'],
      ['untested', 'pending'],
    ]);
    expect(results.summary).toMatchObject({
      tests: 7,
      passed: 1,
      failed: 2,
      skipped: 1,
      pending: 2,
      other: 1,
      duration: 7000,
    });
  });

  test('says why a test did not pass', async () => {
    const { results } = JSON.parse(await written('ctrf', each));
    expect(results.tests[1].message).toBe(
      'same-content: wanted the order that exists, saw another order',
    );
  });
});

describe('EARL', () => {
  type Node = Readonly<Record<string, unknown>>;
  const document = async (given: Result) =>
    JSON.parse(await written('earl', given)) as {
      readonly '@context': Readonly<Record<string, string | { readonly '@id': string }>>;
      readonly '@graph': readonly Node[];
    };

  test('has its five outcomes, one to one', async () => {
    const graph = (await document(each))['@graph'];
    const outcomes = graph.flatMap((node) =>
      node['@type'] === 'Assertion'
        ? [(node.result as { readonly outcome: string }).outcome.replace('earl:', '')]
        : [],
    );
    expect(outcomes).toEqual([
      'passed',
      'failed',
      'cantTell',
      'untested',
      'inapplicable',
      'failed',
      'untested',
    ]);
  });

  test('names nothing that its context does not define', async () => {
    const { '@context': context, '@graph': graph } = await document(each);
    const isKnown = (name: string): boolean =>
      name.startsWith('@') || Object.hasOwn(context, name.split(':')[0] ?? '');
    const names = (value: unknown): readonly string[] => {
      if (Array.isArray(value)) return value.flatMap(names);
      if (typeof value !== 'object' || value === null) return [];
      return Object.entries(value).flatMap(([name, member]) => {
        const term = context[name];
        const isByLanguage = typeof term === 'object' && '@container' in term;
        return [name, ...(isByLanguage ? [] : names(member))];
      });
    };
    const types = graph.flatMap((node) => [node['@type']].flat()) as readonly string[];
    expect([...names(graph), ...types].filter((name) => !isKnown(name))).toEqual([]);
    const ids = Object.values(context).map((term) =>
      typeof term === 'string' ? term : term['@id'],
    );
    expect(ids.filter((id) => !/^https?:/.test(id) && !isKnown(id))).toEqual([]);
  });

  test('every assertion is about a criterion and a subject of the graph', async () => {
    const graph = (await document(each))['@graph'];
    const ids = new Set(graph.map((node) => node['@id']));
    const assertions = graph.filter((node) => node['@type'] === 'Assertion');
    expect(assertions).toHaveLength(7);
    expect(
      assertions.flatMap(({ test: criterion, subject, assertedBy }) =>
        [criterion, subject, assertedBy].filter((id) => !ids.has(id)),
      ),
    ).toEqual([]);
    expect(ids.size).toBe(graph.length);
  });
});

describe('the badge', () => {
  test.each<[string, { given: Result; until?: string; want: string }]>([
    [
      'says of a run without a statement that it is of oneself',
      {
        given: result(),
        want: 'OpenWaybill 1.0.0 · courier · core · WIRE · ✗ nonconformant · 2 above · self-tested',
      },
    ],
    [
      'says until when a statement holds',
      {
        given: result(),
        until: '2027-11-21T10:00:00Z',
        want: 'OpenWaybill 1.0.0 · courier · core · WIRE · ✗ nonconformant · 2 above · until 2027-11-21',
      },
    ],
    [
      'leaves out what had nothing to judge',
      { given: result({ verdicts: [emptyRow('NO_REQUIREMENT')] }), want: 'OpenWaybill' },
    ],
  ])('%s', async (_title, { given, until, want }) => {
    const svg = await written('badge', given, until === undefined ? {} : { until });
    expect(/<title>(.*)<\/title>/.exec(svg)?.[1]).toBe(want);
  });

  test('takes nothing from elsewhere and runs nothing', async () => {
    const svg = await written('badge');
    expect(svg.match(/<[a-z]+/g)?.map((tag) => tag.slice(1))).toEqual([
      'svg',
      'title',
      'rect',
      'rect',
      'text',
      'text',
    ]);
    expect(svg).not.toMatch(/href|@import|url\(|on[a-z]+=/);
  });
});

describe('in-toto', () => {
  const row = result().verdicts[0] as Result['verdicts'][number];
  test.each<[string, { given: Result; want: string }]>([
    ['a class that does not conform has failed', { given: result(), want: 'FAILED' }],
    [
      'a class that could not be told has failed',
      { given: result({ verdicts: [{ ...row, verdict: 'undetermined' }] }), want: 'FAILED' },
    ],
    ['no class at all has failed', { given: result({ verdicts: [] }), want: 'FAILED' }],
    [
      'conformant classes have passed',
      {
        given: result({
          verdicts: [{ ...row, verdict: 'conformant' }, emptyRow('EXCLUDED')],
          requirements: [requirement({ outcome: 'passed' })],
        }),
        want: 'PASSED',
      },
    ],
    [
      'a recommendation that failed is a warning',
      {
        given: result({
          verdicts: [{ ...row, verdict: 'conformant' }],
          requirements: [requirement({ outcome: 'failed', level: 'SHOULD' })],
        }),
        want: 'WARNED',
      },
    ],
  ])('%s', async (_title, { given, want }) => {
    expect(JSON.parse(await written('intoto', given)).predicate.result).toBe(want);
  });

  test('what could not be told did not pass', async () => {
    const { predicate } = JSON.parse(await written('intoto', each));
    expect(predicate.passedTests).toEqual(['ORD-001']);
    expect(predicate.warnedTests).toEqual(['ORD-006']);
    expect(predicate.failedTests).toEqual(['ORD-002', 'ORD-003', 'ORD-007']);
  });
});
