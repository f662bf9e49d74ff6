import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emit, emitters } from '@openwaybill/emit';
import { registry } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { nodeIo } from '../src/io.ts';
import { main } from '../src/main.ts';
import { LISTS, PRODUCTS } from '../src/products.ts';
import { type MemoryIo, memoryIo } from './_memory-io.ts';

const REGISTER = readFileSync(
  join(import.meta.dirname, '..', '..', 'seeds', 'policy', 'clauses.json'),
  'utf8',
);
/** An io that reads the frozen sets and the goldens of this clone. */
const withGoldens = (): MemoryIo => {
  const { sets, read, filesBelow } = nodeIo();
  return memoryIo({}, { sets, read, filesBelow });
};
const withClauses = (): MemoryIo => memoryIo({ 'seeds/policy/clauses.json': REGISTER });

test('every emitter is a product that can be asked for', () => {
  expect([...PRODUCTS].sort()).toEqual(Object.keys(emitters).sort());
});

test('what is no longer written goes from the working contract alone', async () => {
  const kept = 'requirements/0.9.0.json';
  const io = memoryIo({
    [`schemas/published/next/${kept}`]: '{}',
    [`out/${kept}`]: '{}',
  });
  expect(await main(['generate', 'all'], io)).toBe(0);
  expect(await main(['generate', 'all', '--out', 'out'], io)).toBe(0);
  expect(io.files.has(`schemas/published/next/${kept}`)).toBe(false);
  expect(io.files.has(`out/${kept}`)).toBe(true);
});

test('what is generated is found up to date, and each change of it is told', async () => {
  const io = memoryIo();
  expect(await main(['generate', 'all', '--out', 'out'], io)).toBe(0);
  expect(io.files.size).toBe(emit(registry).size);
  expect(await main(['generate', 'all', '--out', 'out', '--check'], io)).toBe(0);
  io.files.set('out/problems.json', '{}');
  io.files.set('out/left-over.json', '{}');
  io.files.delete('out/contract.json');
  io.stdout.length = 0;
  expect(await main(['generate', 'all', '--out', 'out', '--check', '--json'], io)).toBe(1);
  expect(JSON.parse(io.stdout.join('')).wrong).toEqual([
    { path: 'contract.json', is: 'missing' },
    { path: 'left-over.json', is: 'extra' },
    { path: 'problems.json', is: 'stale' },
  ]);
});

test('what is right already is left alone', async () => {
  const written: string[] = [];
  const io = memoryIo();
  const { write } = io;
  io.write = (path, content) => {
    written.push(path);
    return write(path, content);
  };
  const generated = async (): Promise<readonly string[]> => {
    io.stdout.length = 0;
    written.length = 0;
    expect(await main(['generate', 'problems', '--out', 'out'], io)).toBe(0);
    return [...io.stdout, ...written];
  };
  const all = '1 file written to out';
  expect(await generated()).toEqual([all, 'out/problems.json']);
  expect(await generated()).toEqual(['out: 1 file, as it would be written now']);
  io.files.set('out/problems.json', '{}');
  expect(await generated()).toEqual([all, 'out/problems.json']);
});

test('outside of a clone a folder must be named', async () => {
  expect(await main(['generate', 'all'], memoryIo())).toBe(2);
});

test('pages are written into a folder of their own', async () => {
  const io = memoryIo({ 'schemas/published/next/contract.json': '{}' });
  expect(await main(['generate', 'portal'], io)).toBe(2);
  expect(io.stderr.join('\n')).toContain('no --out was given; a site is a folder of its own');
});

test('a part of the working contract is not told of the rest of it', async () => {
  const io = memoryIo({ 'schemas/published/next/contract.json': '{}' });
  expect(await main(['generate', 'problems'], io)).toBe(0);
  expect(await main(['generate', 'problems', '--check'], io)).toBe(0);
});

test.each(LISTS)('list %s names each once', async (what) => {
  const io = withClauses();
  expect(await main(['list', what, '--json'], io)).toBe(0);
  const names = JSON.parse(io.stdout.join('')).map(({ name }: { name: string }) => name);
  expect(names.length).toBeGreaterThan(5);
  expect(new Set(names).size).toBe(names.length);
});

test('a clause is traced to requirements and checks, or to a reason', async () => {
  const io = withClauses();
  await main(['list', 'clauses', '--json'], io);
  const rows: readonly {
    readonly name: string;
    readonly modules: readonly string[];
    readonly requirements: readonly string[];
    readonly checked: readonly string[];
    readonly outOfScope?: { readonly en: string };
  }[] = JSON.parse(io.stdout.join(''));
  expect(rows).toHaveLength(41);
  const SC3 = rows.find(({ name }) => name === 'SC-3');
  expect(SC3?.modules).toContain('continuity');
  expect(SC3?.requirements).toContain('CTY-001');
  expect(SC3?.checked).toContain('CTY-001');
  for (const { name, modules, requirements, outOfScope } of rows) {
    expect(modules.length > 0, name).toBe(outOfScope === undefined);
    expect(requirements.length > 0, name).toBe(outOfScope === undefined);
  }
});

test.each([
  { given: ['SC-3'], want: /continuity/ },
  { given: ['SC-5'], want: /out of scope/ },
  { given: ['sc-5', '--lang', 'zh'], want: /不适用/ },
  { given: ['DL-14', '--lang', 'zh'], want: /大连市.*locker/s },
])('explain $given tells what answers the clause', async ({ given, want }) => {
  const io = withClauses();
  expect(await main(['explain', ...given], io)).toBe(0);
  expect(io.stdout.join('\n')).toMatch(want);
});

test.each([
  ['a requirement', { given: 'wbl-010', want: { kind: 'requirement', name: 'WBL-010' } }],
  [
    'an operation by its id',
    { given: 'cancelWaybill', want: { kind: 'operation', name: 'cancel-waybill' } },
  ],
  [
    'an event by its short type',
    {
      given: 'tracking.eta.updated',
      want: { kind: 'event', name: 'org.openwaybill.tracking.eta.updated' },
    },
  ],
  ['a code', { given: 'PICKED_UP', want: { kind: 'code', name: 'PICKED_UP' } }],
  [
    'a member',
    { given: 'Waybill.waybillNo', want: { kind: 'property', name: 'Waybill.waybillNo' } },
  ],
  ['a rule', { given: 'check-digit', want: { kind: 'rule', name: 'check-digit' } }],
  [
    'a rule of compatibility',
    { given: 'CMP-021', want: { kind: 'compatibility rule', name: 'CMP-021' } },
  ],
  ['a keyword', { given: 'required', want: { kind: 'rule', name: 'required' } }],
  ['a scenario', { given: 'lists', want: { kind: 'scenario', name: 'lists' } }],
  ['a fault', { given: 'limit-clamped', want: { kind: 'fault', name: 'limit-clamped' } }],
])('%s is explained', async (_title, { given, want }) => {
  const io = memoryIo();
  expect(await main(['explain', given, '--json'], io)).toBe(0);
  expect(JSON.parse(io.stdout.join(''))).toContainEqual(expect.objectContaining(want));
});

test.each([
  {
    given: 'DSC-016',
    failing: /limit=201\n→ 200/,
    passing: /limit=201\n→ 400/,
  },
  { given: 'ORD-001', failing: /张三丰/, passing: /张\*\*/ },
  // nobody wrote one down by hand: the contract has examples
  { given: 'CSN-007', failing: /RevealGrant/, passing: /RevealRequest|RevealGrant/ },
])('$given has an exchange of either kind', async ({ given, failing, passing }) => {
  const io = withGoldens();
  expect(await main(['explain', given, '--json'], io)).toBe(0);
  const [{ facts }] = JSON.parse(io.stdout.join(''));
  expect(facts['an exchange that breaks it'] ?? '').toMatch(failing);
  expect(facts['an exchange that keeps it'] ?? '').toMatch(passing);
});

test('a case is explained with its requirement, an unknown one is not', async () => {
  const io = withGoldens();
  expect(await main(['explain', 'ORD-003/other-content', '--json'], io)).toBe(0);
  expect(JSON.parse(io.stdout.join(''))).toMatchObject([{ name: 'ORD-003/other-content' }]);
  expect(await main(['explain', 'ORD-003/no-such-case'], withGoldens())).toBe(2);
});

test.each(['bash', 'zsh', 'fish'])('completion of %s names every command', async (shell) => {
  const io = memoryIo();
  expect(await main(['completion', shell], io)).toBe(0);
  for (const name of ['generate', 'validate', 'explain', 'crosswalk'])
    expect(io.stdout.join('\n')).toContain(name);
});
