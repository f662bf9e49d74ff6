import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RULES } from '../../src/diff/index.ts';

const cases = ['schema-rules', 'contract-rules']
  .map((name) => readFileSync(new URL(`${name}.test.ts`, import.meta.url), 'utf8'))
  .join('\n');

test('every rule has a case that wants it', () => {
  const wanted = new Set(cases.match(/CMP-\d{3}/g));
  expect(Object.keys(RULES).filter((id) => !wanted.has(id))).toEqual([]);
});

test('every rule that breaks says whom, and nothing else does', () => {
  const silent = Object.entries(RULES).filter(
    ([, { verdict, categories }]) =>
      (verdict === 'major' || verdict === 'forbidden') && categories.length === 0,
  );
  const loud = Object.entries(RULES).filter(
    ([, { verdict, hurt }]) => verdict === 'patch' && hurt !== 'nobody',
  );
  expect([silent, loud]).toEqual([[], []]);
});
