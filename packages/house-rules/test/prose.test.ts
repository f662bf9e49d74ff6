import { expect, test } from 'vitest';
import { filesBelow, textOf } from '../src/repository.ts';

const TEXT = /\.([mc]?[jt]sx?|json|md|yml|yaml|sh|html|css)$/;
/** Data of others is quoted as it is. */
const FOREIGN = /^(seeds\/real\/|package-lock\.json$|LICENSE$)/;
const ours = filesBelow('.').filter((path) => TEXT.test(path) && !FOREIGN.test(path));

const found = (pattern: RegExp, paths: readonly string[] = ours): readonly string[] =>
  paths.flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  );

test('titles of tests state facts, in under 70 characters', () => {
  const titles = ours
    .filter((path) => /\.test(-d)?\.ts$/.test(path))
    .flatMap((path) =>
      [...textOf(path).matchAll(/\b(?:test|it|describe)(?:\.\w+)*\(\s*'((?:[^'\\]|\\.)*)'/g)].map(
        (match) => ({ path, title: match[1] ?? '' }),
      ),
    );
  expect(titles.length).toBeGreaterThan(0);
  const wrong = titles.filter(
    ({ title }) => /\bshould\b|\btest that\b/i.test(title) || title.length >= 70,
  );
  expect(wrong).toEqual([]);
});

test('no test is skipped, focused or left for later', () => {
  const marks = new RegExp(
    `\\b(?:test|it|describe)[.](?:${['skip', 'only', 'todo'].join('|')})\\b`,
  );
  expect(
    found(
      marks,
      ours.filter((path) => /\.test(-d)?\.ts$/.test(path)),
    ),
  ).toEqual([]);
});

test('no machine path and no word of a workplace stands in the project', () => {
  const words = ['/wo' + 'rk/', '/ho' + 'me/[a-z]', '/ro' + 'ot/', '\\.libra' + 'ry'];
  expect(found(new RegExp(words.join('|')))).toEqual([]);
});

test('no type is given up and nothing is left for later', () => {
  const marks = [
    'as a' + 'ny\\b',
    '@ts-ig' + 'nore',
    'TO' + 'DO\\b',
    'FIX' + 'ME\\b',
    'XX' + 'X\\b',
  ];
  expect(
    found(
      new RegExp(marks.join('|')),
      ours.filter((path) => !path.endsWith('.md')),
    ),
  ).toEqual([]);
});

test('no error is swallowed by an empty handler', () => {
  expect(
    found(/catch\s*(\([^)]*\))?\s*\{\s*\}|\.catch\(\(\)\s*=>\s*(\{\s*\}|undefined|null)\)/),
  ).toEqual([]);
});
