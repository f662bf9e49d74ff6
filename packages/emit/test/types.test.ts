import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { registry } from '@openwaybill/schemas';
import Ajv from 'ajv/dist/jtd.js';
import { afterAll, describe, expect, test } from 'vitest';
import { typeDeclarations } from '../src/declarations.ts';
import { jtd } from '../src/jtd.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'openwaybill-types-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const entries = [...registry.schemas.values()];

/** What the compiler says of a program that uses the types. */
const compiled = (program: string): string => {
  for (const [path, text] of typeDeclarations(registry))
    writeFileSync(join(folder, path.replace('types/', '')), text);
  writeFileSync(join(folder, 'program.ts'), program);
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/typescript/bin/tsc'),
      '--noEmit',
      '--strict',
      '--exactOptionalPropertyTypes',
      '--types',
      '',
      join(folder, 'program.ts'),
    ],
    { encoding: 'utf8' },
  );
  return stdout;
};

test('every valid example has its type, and what breaks a type has not', () => {
  const valid = entries.flatMap(({ name, examples }) =>
    Object.values(examples.valid).map((value) => `one<Sent.${name}>(${JSON.stringify(value)});`),
  );
  const invalid = entries.flatMap(({ name, examples }) =>
    Object.values(examples.invalid)
      .filter(({ breaks }) => ['required', 'enum', 'type'].includes(breaks.rule))
      .filter(({ value }) => !JSON.stringify(value).match(/\d\.\d/))
      .map(({ value }) => `// @ts-expect-error\none<Sent.${name}>(${JSON.stringify(value)});`),
  );
  expect(valid.length).toBeGreaterThan(400);
  expect(invalid.length).toBeGreaterThan(200);
  const program = [
    "import type * as Sent from './openwaybill.js';",
    'declare const one: <T>(value: T) => void;',
    ...valid,
    ...invalid,
  ].join('\n');
  expect(compiled(program)).toBe('');
});

test('a code that nobody knows is received and not sent', () => {
  const program = [
    "import type * as Sent from './openwaybill.js';",
    "import type * as Received from './openwaybill.received.js';",
    "export const received: Received.ServiceProduct = 'BY_BALLOON';",
    '// @ts-expect-error',
    "export const sent: Sent.ServiceProduct = 'BY_BALLOON';",
    '// @ts-expect-error',
    "export const closed: Received.WaybillStatus = 'BY_BALLOON';",
  ].join('\n');
  expect(compiled(program)).toBe('');
});

describe('JSON Type Definition', () => {
  const { definitions, metadata } = JSON.parse(jtd(registry).get('jtd/openwaybill.jtd.json') ?? '');
  // its types do not know that metadata may hold anything (RFC 8927, section 2.1)
  const ajv = new Ajv.default({ strict: false } as never);
  const judgeOf = (name: string) => ajv.compile({ definitions, metadata, ref: name });
  const shown = entries.filter(({ examples }) => Object.keys(examples.valid).length > 0);

  test('it takes valid examples, and nothing that breaks members', () => {
    const taken: string[] = [];
    const refused: string[] = [];
    for (const { name, examples } of shown.filter((_, at) => at % 16 === 0)) {
      const judge = judgeOf(name);
      for (const [title, value] of Object.entries(examples.valid))
        if (!judge(value)) refused.push(`${name} ${title} ${JSON.stringify(judge.errors?.[0])}`);
      for (const [title, { value, breaks }] of Object.entries(examples.invalid))
        if (['required', 'additionalProperties', 'enum'].includes(breaks.rule) && judge(value))
          taken.push(`${name} ${title}`);
    }
    expect(refused).toEqual([]);
    expect(taken).toEqual([]);
  });

  test('what it cannot say stands in metadata', () => {
    expect(definitions.WaybillNo).toMatchObject({
      type: 'string',
      metadata: { maxLength: registry.schemas.get('WaybillNo')?.schema.maxLength },
    });
  });
});
