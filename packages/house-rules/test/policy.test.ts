import { registry } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { jsonOf } from '../src/repository.ts';

type Text = { readonly en: string; readonly zh: string };

const { modules, departments, documents, clauses } = jsonOf<{
  readonly modules: readonly string[];
  readonly departments: Readonly<Record<string, Text>>;
  readonly documents: readonly { readonly id: string }[];
  readonly clauses: readonly {
    readonly id: string;
    readonly document: string;
    readonly title: Text;
    readonly summary: Text;
    readonly bearing: 'explicit' | 'implied' | 'none';
    readonly responsible: readonly { readonly departments: readonly string[] }[];
    readonly modules: readonly string[];
    readonly outOfScope?: Text;
  }[];
}>('seeds/policy/clauses.json');

const numbered = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);

const isWritten = (text: Text | undefined): boolean =>
  text !== undefined && text.en.length > 10 && /\p{Script=Han}/u.test(text.zh);

/** Clauses that a module or a requirement of the standard names. */
const answered = new Set([
  ...registry.modules.flatMap((module) => module.clauses),
  ...registry.requirements.map(({ clause }) => clause),
]);

test('the register has every clause of both documents, in order', () => {
  expect(clauses.map(({ id }) => id)).toEqual([
    ...numbered('SC-', 18),
    'DL-G',
    ...numbered('DL-', 16),
    ...numbered('DL-S', 6),
  ]);
  expect(clauses.filter(({ id, document }) => !id.startsWith(`${document}-`))).toEqual([]);
  expect(documents.map(({ id }) => id)).toEqual(['SC', 'DL']);
});

test('a clause is answered by the standard or out of scope for a reason', () => {
  const lost = clauses.filter(({ id, outOfScope }) => !answered.has(id) && !isWritten(outOfScope));
  expect(lost.map(({ id }) => id)).toEqual([]);
  const both = clauses.filter(({ id, outOfScope }) => answered.has(id) && outOfScope !== undefined);
  expect(both.map(({ id }) => id)).toEqual([]);
});

test('no clause is out of scope that bears on the exchange of data', () => {
  const wrong = clauses.filter(
    ({ bearing, outOfScope, modules: named }) =>
      (bearing === 'none') !== (outOfScope !== undefined) ||
      (named.length === 0) !== (outOfScope !== undefined),
  );
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test('no module or requirement names a clause that the register lacks', () => {
  const known = new Set(clauses.map(({ id }) => id));
  expect([...answered].filter((id) => !known.has(id))).toEqual([]);
});

test('the register names modules of the standard alone', () => {
  const known = new Set(registry.modules.map(({ name }) => name));
  expect(modules.filter((name) => !known.has(name))).toEqual([]);
});

test('no module names a clause that is out of scope', () => {
  const out = new Set(
    clauses.filter(({ outOfScope }) => outOfScope !== undefined).map(({ id }) => id),
  );
  const wrong = registry.modules.filter((module) => module.clauses.some((id) => out.has(id)));
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

test('a department is in the register exactly when a clause names it', () => {
  const named = clauses.flatMap(({ responsible }) => responsible.flatMap((one) => one.departments));
  expect([...new Set(named)].sort()).toEqual(Object.keys(departments).sort());
});

test('titles and summaries of clauses are in both languages', () => {
  const unwritten = clauses.filter(
    ({ title, summary }) =>
      !/\p{Script=Han}/u.test(title.zh) || title.en === '' || !isWritten(summary),
  );
  expect(unwritten.map(({ id }) => id)).toEqual([]);
});
