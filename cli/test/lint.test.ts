import { type Registry, registry } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { lintDefinitions } from '../src/commands/lint.ts';
import { main } from '../src/main.ts';
import { type MemoryIo, memoryIo } from './_memory-io.ts';

const said = (io: MemoryIo): string => [...io.stdout, ...io.stderr].join('\n');

test('the standard keeps the rules that are asked', async () => {
  const io = memoryIo();
  expect(await main(['lint', '--rule', 'bilingual', 'links', 'example-valid'], io)).toBe(0);
  expect(io.stdout).toEqual(['errors: 0, warnings: 0']);
});

test('a requirement without a check is told, by the checks of the suite', async () => {
  const io = memoryIo();
  expect(await main(['lint', '--rule', 'requirement-accounted', '--json'], io)).toBe(0);
  expect(JSON.parse(io.stdout.join(''))).toEqual({ errors: 0, warnings: 0, findings: [] });
});

test('a warning is told when it is asked for, and fails nothing', async () => {
  const io = memoryIo();
  expect(await main(['lint', '--rule', 'example-covered', '--warnings'], io)).toBe(0);
  expect(said(io)).toMatch(/^W example-covered {2}\w+\/properties\/\w+/m);
});

/** The standard with a title in one language. */
const lame = (): Registry => {
  const entry = registry.schemas.get('Waybill');
  if (entry === undefined) throw new Error('Waybill is no schema');
  const schema = { ...entry.schema, 'x-title-zh': '' };
  return {
    ...registry,
    schemas: new Map([...registry.schemas, ['Waybill', { ...entry, schema }]]),
  };
};

describe.each([
  ['en', /^bilingual {2}Waybill: x-title-zh is missing\nerrors: 1, warnings: 0$/m],
  ['zh', /^bilingual {2}Waybill：只有一种语言的文字（.*）\n1 处错误，0 处提醒$/m],
] as const)('in %s', (language, want) => {
  test('a finding is one line, and the exit code is 1', async () => {
    const io = memoryIo();
    const options = {
      language,
      json: false,
      warnings: false,
      format: 'text',
      rule: ['bilingual'],
    } as const;
    expect(await lintDefinitions(options, io, lame())).toBe(1);
    expect(said(io)).toMatch(want);
  });
});

const ASKED = { language: 'en', json: false, warnings: false, rule: ['bilingual'] } as const;
const RECORD = '900-a-name-of-its-own.md';
const waiver = (more: object = {}): string =>
  JSON.stringify([
    {
      rule: 'bilingual',
      pointer: 'Waybill',
      release: registry.version,
      reason: { en: 'a name of its own', zh: '专名' },
      decision: RECORD,
      approvedBy: ['platform', 'courier'],
      until: '2099-01-01',
      ...more,
    },
  ]);

test.each([
  ['a waiver lets its finding through', {}, 0, /waived by 900-a-name-of-its-own\.md/],
  ['a waiver that covers nothing fails', { pointer: 'Order' }, 1, /covers nothing that was found/],
  ['a waiver that has ended fails', { until: '2001-01-01' }, 1, /has ended/],
  ['a waiver of a rule that was not asked is none', { rule: 'names' }, 1, /^errors: 1/m],
  ['a waiver of a later release is none', { release: '9.9.0' }, 1, /^errors: 1/m],
  ['a waiver without its record is wrong use', { decision: '901-none.md' }, 2, /901-none\.md/],
])('%s', async (_title, more, code, want) => {
  const io = memoryIo({
    'schemas/decisions/waivers.json': waiver(more),
    [`schemas/decisions/${RECORD}`]: '# A name of its own\n',
  });
  expect(await lintDefinitions({ ...ASKED, format: 'text' }, io, lame())).toBe(code);
  expect(said(io)).toMatch(want);
});

test('what is refused for ever cannot be waived', async () => {
  const entry = registry.schemas.get('Waybill');
  const schemas = new Map(registry.schemas);
  if (entry !== undefined)
    schemas.set('Waybill', { ...entry, schema: { ...entry.schema, nullable: true } });
  const io = memoryIo({
    'schemas/decisions/waivers.json': waiver({ rule: 'no-null' }),
    [`schemas/decisions/${RECORD}`]: '# A name of its own\n',
  });
  const options = { ...ASKED, format: 'text', rule: ['no-null'] } as const;
  expect(await lintDefinitions(options, io, { ...registry, schemas })).toBe(1);
  expect(said(io)).toMatch(/no-null at Waybill is for what cannot be waived/);
});

test('code hosts get the findings as SARIF', async () => {
  const io = memoryIo();
  expect(await lintDefinitions({ ...ASKED, format: 'sarif' }, io, lame())).toBe(1);
  const { version, runs } = JSON.parse(io.stdout.join('\n'));
  const [{ tool, results }] = runs;
  expect({ version, rules: tool.driver.rules.map(({ id }: { id: string }) => id) }).toEqual({
    version: '2.1.0',
    rules: ['bilingual'],
  });
  expect(results).toMatchObject([
    {
      ruleId: 'bilingual',
      level: 'error',
      locations: [{ logicalLocations: [{ fullyQualifiedName: 'Waybill' }] }],
    },
  ]);
});

test.each([
  ['no-null', 'en', /no-null {2}null on the wire\n {2}fails a lint +yes\n {2}may be waived +no/],
  [
    'example-covered',
    'zh',
    /example-covered {2}没有示例展示的成员\n {2}检查不通过 +否\n {2}可豁免 +是/,
  ],
])('rule %s is explained, in %s', async (rule, language, want) => {
  const io = memoryIo();
  expect(await main(['explain', rule, '--lang', language], io)).toBe(0);
  expect(said(io)).toMatch(want);
});

test.each([
  ['en', /there is no rule bilingal; .* Write bilingual, if you meant that\./],
  ['zh', /没有规则 bilingal/],
])('a rule that is none is wrong use, in %s', async (language, want) => {
  const io = memoryIo();
  expect(await main(['lint', '--rule', 'bilingal', '--lang', language], io)).toBe(2);
  expect(said(io)).toMatch(want);
});

test('without a version, publish writes and checks the working contract', async () => {
  const io = memoryIo({ 'schemas/published/next/contract.json': '{}' });
  expect(await main(['publish', '--check'], io)).toBe(1);
  expect(await main(['publish'], io)).toBe(0);
  expect(await main(['publish', '--check'], io)).toBe(0);
});
