import { expect, test } from 'vitest';
import { stale } from '../src/stale.ts';

test.each([
  ['nothing is wrong', { given: { a: '1' }, on: { a: '1' }, want: [] }],
  [
    'a file that is not there is missing',
    { given: { a: '1' }, on: {}, want: [{ path: 'a', is: 'missing' }] },
  ],
  [
    'a file with another text is stale',
    { given: { a: '1' }, on: { a: '2' }, want: [{ path: 'a', is: 'stale' }] },
  ],
  [
    'a file that nothing writes is extra',
    { given: {}, on: { a: '1' }, want: [{ path: 'a', is: 'extra' }] },
  ],
  [
    'all of them are named at once, in the order of their paths',
    {
      given: { c: '1', b: '1' },
      on: { a: '1', b: '2' },
      want: [
        { path: 'a', is: 'extra' },
        { path: 'b', is: 'stale' },
        { path: 'c', is: 'missing' },
      ],
    },
  ],
] as const)('%s', (_title, { given, on, want }) => {
  const disk: Readonly<Record<string, string>> = on;
  expect(
    stale(new Map(Object.entries(given)), Object.keys(disk), (path) => disk[path] ?? ''),
  ).toEqual(want);
});
