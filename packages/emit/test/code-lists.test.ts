import { registry } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { codeLists } from '../src/code-lists.ts';
import { csvText } from '../src/csv-text.ts';

test.each([
  ['a plain row ends in CRLF', { given: [['a', 'b']], want: '\uFEFFa,b\r\n' }],
  ['a comma is quoted', { given: [['a,b', '']], want: '\uFEFF"a,b",\r\n' }],
  ['a quotation mark is doubled', { given: [['say "a"']], want: '\uFEFF"say ""a"""\r\n' }],
  ['a number below zero stays', { given: [['-1']], want: '\uFEFF-1\r\n' }],
  ['a line break is quoted', { given: [['a\nb']], want: '\uFEFF"a\nb"\r\n' }],
])('%s', (_title, { given, want }) => expect(csvText(given)).toBe(want));

test.each(['=1+1', '+86', '-', '-1+1', '@a'])('the cell %s is refused as a formula', (cell) => {
  expect(() => csvText([[cell]])).toThrow('formula');
});

test('a negative whole number is a cell like any other', () => {
  expect(csvText([['-20']])).toBe('\uFEFF-20\r\n');
});

/** RFC 4180, read back by a reader that shares nothing with the writer. */
const cells = (text: string): string[][] =>
  text
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .slice(0, -1)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );

test('both forms of every list hold the same codes', () => {
  const files = codeLists(registry);
  for (const { name, codes } of registry.codeLists) {
    const [head = [], ...rows] = cells(files.get(`codelists/csv/${name}.csv`) ?? '');
    const list = JSON.parse(files.get(`codelists/json/${name}.json`) ?? '');
    expect(
      rows.map((row) => row.slice(0, 5)),
      name,
    ).toEqual(
      list.codes.map((each: Record<string, string>) =>
        head.slice(0, 5).map((column) => each[column]),
      ),
    );
    expect(
      rows.map((row) => row[0]),
      name,
    ).toEqual(Object.keys(codes));
  }
});

test('a list that may grow names what an unknown code becomes', () => {
  const list = JSON.parse(codeLists(registry).get('codelists/json/CancelReason.json') ?? '');
  expect(list).toMatchObject({ name: 'CancelReason', extensible: true, fallback: 'OTHER' });
});
