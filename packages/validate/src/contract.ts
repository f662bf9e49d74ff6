/** Judges and values for the schemas of any contract, an older release or a candidate. */
import fc from 'fast-check';
import { arbitrariesIn, NoValue, type SchemaTable } from './arbitrary.ts';
import { contractJudge } from './contract-judge.ts';
import { type Judge, judgeWith } from './judge.ts';
import { reachable } from './reachable.ts';
import type { JsonSchema } from './receiver-form.ts';
import { withoutEchoes } from './without-echoes.ts';

export type { SchemaTable } from './arbitrary.ts';
export { componentJudge } from './component-judge.ts';
export { type ContractJudge, contractJudge } from './contract-judge.ts';

/** Judges messages of a contract as `judge` does those of the program: by their schemas, then by the rules of the program. */
export const messageJudge = (schemas: SchemaTable): Judge => {
  const judge = contractJudge(schemas);
  return judgeWith((name, value, form) => withoutEchoes(judge(name, value, form)));
};

/**
 * So many values that a schema of a table accepts, by its name or itself, or none where its constraints leave none; the
 * same seed gives the same values.
 */
export type Values = (
  schema: string | JsonSchema,
  options: { readonly count: number; readonly seed: number },
) => readonly unknown[];

/** Values of the schemas of a table, members that may be absent among them; rules over several members are not looked at. */
export const valuesIn = (schemas: SchemaTable): Values => {
  const named = new Map<string, fc.Arbitrary<unknown>>();
  const arbitraryOf = (schema: string | JsonSchema): fc.Arbitrary<unknown> => {
    if (typeof schema !== 'string') return arbitrariesIn(reachable(schemas, schema))(schema);
    const whole = schemas.get(schema);
    if (whole === undefined) throw new Error(`the contract has no schema ${schema}`);
    const found = named.get(schema) ?? arbitraryOf(whole);
    named.set(schema, found);
    return found;
  };
  return (schema, { count, seed }) => {
    try {
      return fc.sample(arbitraryOf(schema), { numRuns: count, seed });
    } catch (error) {
      if (error instanceof NoValue) return [];
      throw error;
    }
  };
};
