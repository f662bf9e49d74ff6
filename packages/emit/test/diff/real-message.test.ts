import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assemble, ModuleName, problems, registry, toContract } from '@openwaybill/schemas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Contract, contractIn, diffContracts } from '../../src/diff/index.ts';

const SOURCES = resolve(import.meta.dirname, '../../../../schemas/src');

type Contents = Readonly<Record<string, unknown>>;

const folders = new Map<string, Contents>();
let copies = '';

beforeAll(async () => {
  copies = mkdtempSync(join(tmpdir(), 'openwaybill-copy-'));
  const names = [...registry.modules, ...registry.concerns].map(({ name }) => name);
  for (const name of ['vocabulary', ...names])
    folders.set(name, await import(pathToFileURL(join(SOURCES, name, 'index.ts')).href));
});
afterAll(() => rmSync(copies, { recursive: true }));

/** The real registry, with what a folder exports taken from elsewhere where it is given. */
const contractOf = (changed: ReadonlyMap<string, Contents> = new Map()): Contract => {
  const contents = (name: string): Contents => ({ ...folders.get(name), ...changed.get(name) });
  const of = (all: readonly { readonly name: string }[]) =>
    Object.fromEntries(all.map(({ name }) => [name, contents(name)]));
  const whole = assemble({
    version: registry.version,
    problems,
    vocabulary: { ...contents('vocabulary'), ModuleName },
    modules: of(registry.modules),
    concerns: of(registry.concerns),
  });
  const read = contractIn(JSON.parse(JSON.stringify(toContract(whole))));
  if (!read.ok) throw new Error(read.missing.join());
  return read.contract;
};

/** What a copy of a file exports once a text in it is another; the copy reads its neighbours where they stand. */
const changedCopy = async (file: string, [from, to]: readonly [string, string], at: number) => {
  const source = join(SOURCES, file);
  const text = readFileSync(source, 'utf8');
  expect(text).toContain(from);
  const copy = join(copies, `copy-${at}.ts`);
  writeFileSync(
    copy,
    text
      .replace(from, to)
      .replace(/from '(\.[^']+)'/g, (_, path) => `from '${resolve(dirname(source), path)}'`),
  );
  return (await import(pathToFileURL(copy).href)) as Contents;
};

const CANCEL = 'waybill/cancel-waybill.ts';
const STATUS_CHANGED = 'waybill/waybill-status-changed.ts';

const CASES: readonly (readonly [
  title: string,
  {
    readonly file: string;
    readonly given: readonly [from: string, to: string];
    readonly want: readonly string[];
  },
])[] = [
  [
    'members: a required one comes into a request',
    {
      file: CANCEL,
      given: [
        '{ reason: Ref(CancelReason) }',
        '{ reason: Ref(CancelReason), revision: Ref(Revision) }',
      ],
      want: ['major CMP-002 WaybillCancellation /revision: platform as caller'],
    },
  ],
  [
    'members: a required one goes from an answer',
    {
      file: CANCEL,
      given: [', revision: Ref(Revision) }', ' }'],
      want: ['major CMP-006 WaybillCancellationResult /revision: platform as caller'],
    },
  ],
  [
    'types: a code becomes a number',
    {
      file: CANCEL,
      given: ['{ reason: Ref(CancelReason) }', '{ reason: Ref(Revision) }'],
      want: ['major CMP-010 WaybillCancellation /reason: platform as caller; courier as server'],
    },
  ],
  [
    'codes: the list of a member is another one',
    {
      file: CANCEL,
      given: ['status: Ref(WaybillStatus)', 'status: Ref(VoidOutcome)'],
      want: [
        'major CMP-021 WaybillCancellationResult /status: platform as caller',
        'major CMP-022 WaybillCancellationResult /status: courier as server',
      ],
    },
  ],
  [
    'codes: one comes into an extensible list',
    {
      file: 'vocabulary/cancel-reason-codes.ts',
      given: ['RISK: {', "WEATHER: { en: 'Weather', zh: '天气' },\n    RISK: {"],
      want: ['forbidden CMP-029 CancelReason : everybody', 'minor CMP-020 CancelReason : nobody'],
    },
  ],
  [
    'events: one is told to nobody but the platform',
    {
      file: STATUS_CHANGED,
      given: ['to: [', "to: ['platform'], states: ['VOIDED'], was: ["],
      want: ['major CMP-041 org.openwaybill.waybill.status.changed : platform as receiver'],
    },
  ],
  [
    'events: its payload hides a member behind a higher class',
    {
      file: STATUS_CHANGED,
      given: [
        'revision: Ref(Revision)',
        "revision: Ref(Revision, { 'x-privacy': { class: 'personal', kind: 'technical' } })",
      ],
      want: ['forbidden CMP-042 WaybillStatusChange /revision: nobody'],
    },
  ],
  [
    'operations: the path changes',
    {
      file: CANCEL,
      given: ['/v1/waybills/{waybillNo}/cancel', '/v1/waybills/{waybillNo}/void'],
      want: ['major CMP-057 cancel-waybill : platform as caller; courier as server'],
    },
  ],
  [
    'operations: another status of success comes',
    {
      file: CANCEL,
      given: ['status: 200,', 'status: 200, also: [202],'],
      want: ['major CMP-056 cancel-waybill : platform as caller'],
    },
  ],
  [
    'operations: another role may call',
    {
      file: CANCEL,
      given: ["calledBy: ['platform']", "calledBy: ['platform', 'merchant']"],
      want: ['minor CMP-050 cancel-waybill : nobody'],
    },
  ],
  [
    'problems: one is given up',
    {
      file: CANCEL,
      given: ["['NOT_FOUND', 'STATE_ILLEGAL']", "['NOT_FOUND']"],
      want: ['major CMP-063 cancel-waybill : platform as caller'],
    },
  ],
  [
    'lifecycles: a transition has another end',
    {
      file: 'waybill/intercept-lifecycle.ts',
      given: ["to: 'PARTIAL'", "to: 'FAILED'"],
      want: ['major CMP-072 intercept : platform as caller', 'minor CMP-070 intercept : nobody'],
    },
  ],
  [
    'requirements: a must becomes a should',
    {
      file: CANCEL,
      given: ["level: 'MUST'", "level: 'SHOULD'"],
      want: ['major CMP-082 WBL-010 : everybody'],
    },
  ],
  [
    'authentication: a call needs no token any more',
    {
      file: CANCEL,
      given: ["method: 'POST',", "method: 'POST', token: 'none',"],
      want: [
        'major CMP-063 cancel-waybill : platform as caller',
        'major CMP-090 cancel-waybill : platform as caller; courier as server',
      ],
    },
  ],
  [
    'privacy: a class is raised',
    {
      file: CANCEL,
      given: [
        'Ref(CancelReason)',
        "Ref(CancelReason, { 'x-privacy': { class: 'pseudonymous', kind: 'code' } })",
      ],
      want: ['erratum CMP-101 WaybillCancellation /reason: courier as server'],
    },
  ],
  [
    'words: a description is rewritten',
    {
      file: CANCEL,
      given: ['Asks to void a waybill before pickup.', 'Asks to void a waybill.'],
      want: ['patch CMP-110 WaybillCancellation : nobody'],
    },
  ],
];

let real: Contract;
beforeAll(() => {
  real = contractOf();
});

test.each(CASES.map(([title, one], at) => [title, { ...one, at }] as const))(
  '%s',
  async (_title, { file, given, want, at }) => {
    const changed = await changedCopy(file, given, at);
    const now = contractOf(new Map([[file.split('/')[0] ?? '', changed]]));
    const { findings } = diffContracts(real, now, { samples: 0 });
    const hurt = (parties: (typeof findings)[number]['hurt']): string =>
      parties.some(({ roles }) => roles.length > 9)
        ? 'everybody'
        : parties.map(({ roles, position }) => `${roles.join(', ')} as ${position}`).join('; ') ||
          'nobody';
    const said = findings.map(
      (one) => `${one.verdict} ${one.rule} ${one.subject.name} ${one.pointer}: ${hurt(one.hurt)}`,
    );
    expect([...new Set(said)].toSorted()).toEqual(want);
  },
);
