import { Value } from '@sinclair/typebox/value';
import { ResultForm } from '../src/result/result-schema.ts';

/** Where a result is not of the form that is published. */
export const wrongIn = (result: unknown): readonly string[] => [
  ...new Set([...Value.Errors(ResultForm, result)].map(({ path }) => path)),
];
