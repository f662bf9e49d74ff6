import type { JsonSchema } from '@openwaybill/validate';
import { arbitraryIn } from '@openwaybill/validate/arbitrary';
import fc from 'fast-check';
import { isRedacted, type Redacted } from './redacted.ts';
import { walkMessage } from './walk-message.ts';

/** Where something was taken out of a message, and whether it met its schema. */
export type Gap = { readonly pointer: string; readonly about: Redacted['$redacted'] };

const samples = new Map<string, unknown>();

/** A value that meets the schema, and the same for the same number. */
const sampleOf = (schema: JsonSchema, n: number): unknown => {
  const { type, pattern, format, minLength, maxLength, minimum, maximum } = schema;
  const shape = { type, pattern, format, minLength, maxLength, minimum, maximum };
  const name = JSON.stringify([n, shape, schema.enum, schema.const, schema['x-check']]);
  if (!samples.has(name))
    samples.set(name, fc.sample(arbitraryIn(schema), { seed: n, numRuns: 1 })[0]);
  return samples.get(name);
};

/**
 * A recorded message with values put in for those that were taken out, so that everything else can be judged: what met
 * its schema meets it again, and equal values are equal. What did not stays taken out, and meets it no more than before.
 */
export const withStandIns = (
  message: unknown,
  schemaName: string,
): { readonly message: unknown; readonly gaps: readonly Gap[] } => {
  const gaps: Gap[] = [];
  const filled = walkMessage(message, schemaName, (value, { schema, pointer }) => {
    if (!isRedacted(value)) return undefined;
    const about = value.$redacted;
    gaps.push({ pointer, about });
    return { put: about.valid && schema !== undefined ? sampleOf(schema, about.n) : value };
  });
  return { message: filled, gaps };
};
