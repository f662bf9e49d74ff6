import { registerSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import { expect, test } from 'vitest';
import { ResultForm } from '../src/result/result-schema.ts';
import { result } from './reports/given.ts';
import { wrongIn } from './result-form.ts';

const published = JSON.parse(JSON.stringify(ResultForm));
registerSchema(published);

test.each([
  ['a result by hand', result(), []],
  ['a member too many', { ...result(), score: 97 }, ['/score']],
  [
    'an outcome of another kind',
    result({ requirements: [{ ...result().requirements[0], outcome: 'skipped' } as never] }),
    ['/requirements/0/outcome'],
  ],
])('%s is judged by the schema', async (_title, given, want) => {
  expect(wrongIn(given)).toEqual(want);
  expect((await validate(published.$id, JSON.parse(JSON.stringify(given)))).valid).toBe(
    want.length === 0,
  );
});
