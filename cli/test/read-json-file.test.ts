import { expect, test } from 'vitest';
import { readJsonFile } from '../src/read-json-file.ts';
import { memoryIo } from './_memory-io.ts';

test.each([
  ['as it is', { given: '{"a":1}', want: { value: { a: 1 } } }],
  ['behind a mark of byte order', { given: '\uFEFF{"a":1}', want: { value: { a: 1 } } }],
  ['unless it is not JSON', { given: '{', want: { complaint: { code: 2 } } }],
])('a file of the user is read %s', async (_title, { given, want }) =>
  expect(await readJsonFile(memoryIo({ 'a.json': given }), 'a.json')).toMatchObject(want),
);
