/** Who may import whom in `src`: the architecture. Arrows go one way and may skip a step. */
export const MAY_IMPORT = {
  schemas: [],
  validate: ['schemas'],
  privacy: ['schemas', 'validate'],
  reference: ['schemas', 'validate', 'privacy'],
  emit: ['schemas', 'validate', 'privacy'],
  client: ['schemas', 'validate', 'privacy'],
  mock: ['schemas', 'validate', 'privacy', 'reference'],
  crosswalk: ['schemas', 'validate', 'privacy'],
  portal: ['schemas', 'validate', 'privacy'],
  conformance: ['schemas', 'validate', 'privacy'],
  cli: [
    'schemas',
    'validate',
    'privacy',
    'reference',
    'emit',
    'client',
    'mock',
    'crosswalk',
    'portal',
    'conformance',
  ],
} as const satisfies Record<string, readonly string[]>;

/** Packages from elsewhere that a room may use in `src`, where the list itself is a rule. */
export const FOREIGN_ONLY: Readonly<Record<string, readonly string[]>> = {
  schemas: ['@sinclair/typebox'],
};

/** What `turbo run generate` runs writes files; nothing else of its room imports it. */
export const GENERATORS: readonly RegExp[] = [
  /^(?:packages\/[a-z]+|conformance)\/src\/generate(\/|\.ts$)/,
];

/** The defaults of the client: what its caller does not hand in. */
const AMBIENT: readonly RegExp[] = [/^packages\/client\/src\/ambient\.ts$/];

/** Words of effect, and the files that are adapters to them: everything else gets them as arguments. */
export const EFFECTS: readonly {
  readonly word: RegExp;
  readonly name: string;
  readonly adapters: readonly RegExp[];
}[] = [
  { name: 'console', word: /\bconsole\./, adapters: [] },
  { name: 'process', word: /\bprocess\./, adapters: [] },
  {
    name: 'node:fs',
    word: /from 'node:fs(\/promises)?'/,
    adapters: [],
  },
  {
    name: 'node:sqlite',
    word: /from 'node:sqlite'/,
    adapters: [/^packages\/mock\/src\/store\/node-sqlite\.ts$/],
  },
  {
    name: 'Date.now',
    word: /\bDate\.now\(|\bnew Date\(\)/,
    adapters: AMBIENT,
  },
  { name: 'Math.random', word: /\bMath\.random\(/, adapters: [] },
  {
    name: 'global fetch',
    word: /\bglobalThis\.fetch\b|\bawait fetch\(/,
    adapters: AMBIENT,
  },
];
