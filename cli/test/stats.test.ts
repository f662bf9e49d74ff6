import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { memoryIo } from './_memory-io.ts';

const SEEDS = join(import.meta.dirname, '..', '..', 'seeds', 'statistics');
const LOG = readFileSync(join(SEEDS, 'event-log.ndjson'), 'utf8');
const TOWNS = readFileSync(join(SEEDS, 'towns-dalian.json'), 'utf8');

type Figure = {
  readonly indicator: string;
  readonly regionCode: string;
  readonly period: { readonly fromOn: string };
  readonly value?: number;
  readonly suppressed: boolean;
  readonly goal?: { readonly count: number };
};

const run = async (files: Readonly<Record<string, string>>, ...words: readonly string[]) => {
  const io = memoryIo(files);
  const code = await main(['stats', ...words], io);
  return { code, out: io.stdout.join('\n'), err: io.stderr.join('\n') };
};

const figuresOf = async (files: Readonly<Record<string, string>>, ...words: readonly string[]) => {
  const { code, out } = await run(
    files,
    ...Object.keys(files).filter((name) => name !== 'towns.json'),
    '--json',
    ...words,
  );
  expect(code).toBe(0);
  return JSON.parse(out).figures as readonly Figure[];
};

const valueAt = (figures: readonly Figure[], indicator: string, region: string, fromOn: string) =>
  figures.find(
    (one) =>
      one.indicator === indicator && one.regionCode === region && one.period.fromOn === fromOn,
  )?.value;

describe('the example log', () => {
  test.each([
    ['PARCEL_VOLUME', 33],
    ['PARK_COUNT', 4],
    ['TOWN_COVERAGE_RATIO', 110],
    ['NEW_ENERGY_VEHICLE_RATIO', 600],
    ['ON_TIME_RATE', 961],
    ['COMPLAINT_RATE', 90_909],
  ])('has its figure of %s', async (indicator, want) => {
    const figures = await figuresOf(
      { 'a.ndjson': LOG, 'towns.json': TOWNS },
      '--towns',
      'towns.json',
    );
    expect(valueAt(figures, indicator, '210200', '2026-10-01')).toBe(want);
  });

  test('cut into shards, twice over and backwards, it has the same figures', async () => {
    const lines = LOG.trimEnd().split('\n');
    const shards = {
      'a.ndjson': lines
        .filter((_, at) => at % 3 === 0)
        .reverse()
        .join('\n'),
      'b.ndjson': lines.filter((_, at) => at % 3 !== 0).join('\n'),
      'c.ndjson': lines.slice(0, 50).join('\n'),
    };
    expect(await figuresOf(shards, '--period', 'day')).toEqual(
      await figuresOf({ 'a.ndjson': LOG }, '--period', 'day'),
    );
  });

  test('a region has what is inside of it and nothing else', async () => {
    const figures = await figuresOf({ 'a.ndjson': LOG }, '--region', '210202');
    expect([...new Set(figures.map(({ regionCode }) => regionCode))]).toEqual(['210202']);
  });

  test('published, small cells are withheld and counts are rounded', async () => {
    const figures = await figuresOf({ 'a.ndjson': LOG }, '--publish', '--period', 'year');
    const volumes = figures.filter(({ indicator }) => indicator === 'PARCEL_VOLUME');
    expect(volumes.some(({ suppressed }) => suppressed)).toBe(true);
    expect(volumes.every(({ suppressed, value }) => suppressed === (value === undefined))).toBe(
      true,
    );
    expect(volumes.flatMap(({ value }) => value ?? []).filter((value) => value % 5 !== 0)).toEqual(
      [],
    );
  });

  test('goals stand beside their indicators', async () => {
    const figures = await figuresOf({ 'a.ndjson': LOG }, '--period', 'year');
    const goals = new Map(
      figures.flatMap((one) => (one.goal ? [[one.indicator, one.goal.count]] : [])),
    );
    expect(Object.fromEntries(goals)).toEqual({
      PARCEL_VOLUME: 300_000_000,
      PARK_COUNT: 5,
      COMMUNITY_STATION_COUNT: 1000,
      RURAL_POINT_COUNT: 500,
    });
  });

  test('a table has one head a period and is in the language asked for', async () => {
    const { out } = await run({ 'a.ndjson': LOG }, 'a.ndjson', '--lang', 'zh');
    expect(out.split('\n').filter((line) => line.startsWith('指标'))).toHaveLength(2);
    expect(out).toContain('快递业务量');
  });
});

test('a line that is not understood is named, left out and code 1', async () => {
  const { code, out } = await run(
    { 'a.ndjson': `${LOG}{"hello":1}\nno json\n` },
    'a.ndjson',
    '--json',
  );
  const { refused, figures } = JSON.parse(out);
  expect(code).toBe(1);
  expect(refused.map(({ line, rule }: { line: number; rule: string }) => [line, rule])).toEqual([
    [541, 'log-line'],
    [542, 'json'],
  ]);
  expect(valueAt(figures, 'PARCEL_VOLUME', '210200', '2026-10-01')).toBe(33);
});

test('a file that is not there is code 2', async () => {
  expect((await run({}, 'none.ndjson')).code).toBe(2);
});
