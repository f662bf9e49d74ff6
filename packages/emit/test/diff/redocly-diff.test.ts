import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Registry, registry, toContract } from '@openwaybill/schemas';
import { afterAll, expect, test } from 'vitest';
import { contractIn, diffContracts } from '../../src/diff/index.ts';
import { openApi } from '../../src/openapi-documents.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'openwaybill-redocly-diff-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = (more: object = {}) => ({
  type: 'string',
  minLength: 1,
  maxLength: 20,
  title: 'a title',
  description: 'a description',
  ...more,
});
const whole = (maximum: number) => ({
  type: 'integer',
  minimum: 1,
  maximum,
  title: 'a',
  description: 'b',
});

type Members = Readonly<Record<string, object>>;

/** An object of its own for what is told of `required`, which is told once for a whole list. */
const inside = (properties: Members, required: readonly string[]) => ({
  type: 'object',
  title: 'a',
  description: 'b',
  additionalProperties: false,
  properties,
  required,
});
const one = { kept: text() };
const BEFORE: Members = {
  lost: { type: 'boolean', title: 'a flag', description: 'a flag' },
  ofMust: inside(one, ['kept']),
  ofLoose: inside({ ...one, loose: text() }, ['kept', 'loose']),
  ofTight: inside({ ...one, tight: text() }, ['kept']),
  ofGone: inside({ ...one, gone: whole(4) }, ['kept', 'gone']),
  shorter: text(),
  longer: text(),
  other: text({ pattern: '^([a-z]{1,9})$' }),
  more: text({ enum: ['A', 'B'] }),
  fewer: text({ enum: ['A', 'B'] }),
  typed: text(),
  formed: text({ format: 'uri' }),
  worded: text(),
  kept: text(),
};
const { lost: _lost, ...still } = BEFORE;
const NOW: Members = {
  ...still,
  ofMust: inside({ ...one, must: whole(6) }, ['kept', 'must']),
  ofLoose: inside({ ...one, loose: text() }, ['kept']),
  ofTight: inside({ ...one, tight: text() }, ['kept', 'tight']),
  ofGone: inside(one, ['kept']),
  shorter: text({ maxLength: 9 }),
  longer: text({ maxLength: 30 }),
  other: text({ pattern: '^([b-z]{1,9}|1)$' }),
  more: text({ enum: ['A', 'B', 'C'] }),
  fewer: text({ enum: ['A'] }),
  typed: whole(9),
  formed: text({ format: 'email' }),
  worded: text({ description: 'said better' }),
};
const LATER: Members = { ...BEFORE, plus: whole(5) };

/** One operation of the real registry, whose request and answer have the same members. */
const small = (
  properties: Members,
  required: readonly string[],
  also?: readonly [202],
): Registry => {
  const schemas = new Map(registry.schemas);
  const bodyOf = (name: string) => {
    const entry = registry.schemas.get(name);
    if (entry === undefined) throw new Error(name);
    const schema = { ...entry.schema, properties, required } as never;
    schemas.set(name, { ...entry, schema, examples: { valid: {}, invalid: {} } });
    return schema;
  };
  const [request, body] = [bodyOf('WaybillCancellation'), bodyOf('WaybillCancellationResult')];
  return {
    ...registry,
    schemas,
    events: [],
    operations: registry.operations
      .filter(({ name }) => name === 'cancel-waybill')
      .map((operation) => ({
        ...operation,
        examples: {},
        request,
        answer: { ...operation.answer, body, ...(also === undefined ? {} : { also }) },
      })),
  };
};

const before = small(BEFORE, ['kept']);
const now = small(NOW, ['kept'], [202]);

type TheirChange = {
  readonly path: string;
  readonly property?: string;
  readonly impact: string;
  readonly revision?: { readonly value: unknown };
  readonly base?: { readonly value: unknown };
};

/** What redocly finds, worst first, by the side and the member; `required` is told of the whole object. */
const theirs = (config: string, after: Registry): readonly TheirChange[] => {
  const files = [before, after].map((one, at) => {
    const file = join(folder, `${at}.json`);
    writeFileSync(file, openApi(one).get('openapi-3.1.json') ?? '');
    return file;
  });
  const cli = join(root, 'node_modules/@redocly/cli/bin/cli.js');
  const { stdout } = spawnSync(
    process.execPath,
    [cli, 'diff', ...files, '--config', config, '--format', 'json', '--fail-on', 'none'],
    { encoding: 'utf8', env: { ...process.env, REDOCLY_TELEMETRY: 'off' } },
  );
  return JSON.parse(stdout).changes;
};

const ORDER = ['patch', 'minor', 'major'];
const worst = (changes: readonly TheirChange[]): string =>
  changes.map(({ impact }) => impact).toSorted((a, b) => ORDER.indexOf(b) - ORDER.indexOf(a))[0] ??
  '–';

/** The members that a change of theirs is about; of `required` those that came into the list or left it. */
const membersOf = ({ path, property, base, revision }: TheirChange): readonly string[] => {
  // it takes one that went and one that came for a rename, however unlike they are
  if (property === 'key') return [String(base?.value), String(revision?.value)];
  if (property === 'required') {
    const [old = [], young = []] = [base?.value, revision?.value] as readonly (readonly string[])[];
    return [...old, ...young].filter((name) => old.includes(name) !== young.includes(name));
  }
  const member = /\/properties\/(\w+)$/.exec(path)?.[1];
  return member === undefined ? [] : [member];
};

const SETTINGS = join(root, 'redocly.yaml');
// what comes is told apart from what goes, lest one be taken for the other by another name
const CHANGES = [...theirs(SETTINGS, now), ...theirs(SETTINGS, small(LATER, ['kept']))];
const sideOf = (side: string, member: string): string =>
  worst(CHANGES.filter((one) => one.path.includes(side) && membersOf(one).includes(member)));

const contractOf = (of: Registry) => {
  const read = contractIn(JSON.parse(JSON.stringify(toContract(of))));
  if (!read.ok) throw new Error(read.missing.join());
  return read.contract;
};
const OURS = [now, small(LATER, ['kept'])].flatMap(
  (after) => diffContracts(contractOf(before), contractOf(after), { samples: 0 }).findings,
);
const oursOf = (member: string): readonly string[] => [
  ...new Set(
    OURS.filter(({ pointer }) => pointer.endsWith(`/${member}`)).map(
      ({ rule, verdict }) => `${rule} ${verdict}`,
    ),
  ),
];

test.each([
  [
    'an optional member is added',
    'plus',
    { request: 'minor', answer: 'minor', ours: 'CMP-001 minor' },
  ],
  [
    'a required member is added',
    'must',
    { request: 'major', answer: 'minor', ours: 'CMP-002 major' },
  ],
  [
    'a required member becomes optional',
    'loose',
    { request: 'patch', answer: 'major', ours: 'CMP-003 major' },
  ],
  [
    'an optional member becomes required',
    'tight',
    { request: 'major', answer: 'patch', ours: 'CMP-004 major' },
  ],
  [
    'an optional member is removed',
    'lost',
    { request: 'patch', answer: 'major', ours: 'CMP-005 major' },
  ],
  [
    'a required member is removed',
    'gone',
    { request: 'patch', answer: 'major', ours: 'CMP-006 major' },
  ],
  ['a type changes', 'typed', { request: 'major', answer: 'major', ours: 'CMP-010 major' }],
  ['a format changes', 'formed', { request: 'major', answer: 'major', ours: 'CMP-011 major' }],
  ['a bound is tightened', 'shorter', { request: 'major', answer: 'patch', ours: 'CMP-013 major' }],
  ['a bound is loosened', 'longer', { request: 'patch', answer: 'major', ours: 'CMP-014 major' }],
  ['a pattern changes', 'other', { request: 'major', answer: 'major', ours: 'CMP-015 major' }],
  ['a value is added', 'more', { request: 'patch', answer: 'major', ours: 'CMP-021 major' }],
  ['a value is removed', 'fewer', { request: 'major', answer: 'patch', ours: 'CMP-022 major' }],
])('%s: two sides are no milder than one', (_title, member, want) => {
  expect({
    request: sideOf('/requestBody/', member),
    answer: sideOf('/responses/200/', member),
    ours: oursOf(member).join(),
  }).toEqual(want);
});

test('a success status that comes is a minor there and a major here', () => {
  expect(worst(CHANGES.filter(({ path }) => path.endsWith('/responses/202')))).toBe('minor');
  expect(OURS.map(({ rule, verdict }) => `${rule} ${verdict}`)).toContain('CMP-056 major');
});

test('every finding of theirs is one of ours', () => {
  const places = new Set(OURS.map(({ pointer }) => pointer.split('/').at(-1)));
  const wordsOnly = (change: TheirChange): boolean => change.property === 'description';
  const unknown = CHANGES.filter((one) => !one.path.endsWith('/responses/202') && !wordsOnly(one))
    .flatMap(membersOf)
    .filter((member) => !places.has(member));
  expect(CHANGES.length).toBeGreaterThan(25);
  expect(unknown).toEqual([]);
});

test('settings without the rules of a diff find nothing to be major', () => {
  const config = join(folder, 'redocly.yaml');
  writeFileSync(config, "extends:\n  - recommended\ntelemetry: 'off'\n");
  expect(worst(theirs(config, now))).not.toBe('major');
});
