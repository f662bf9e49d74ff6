import { registry } from '@openwaybill/schemas';
import { arbitraryOf } from '@openwaybill/validate/arbitrary';
import fc from 'fast-check';
import { OPENAPI_30, OPENAPI_31 } from '../src/openapi/dialect.ts';
import { twinGate } from '../src/openapi/twin-gate.ts';
import { wholeDocument } from '../src/openapi-documents.ts';

/** The gate of the standard as it is. */
export const gate = twinGate(
  wholeDocument(registry, OPENAPI_31),
  wholeDocument(registry, OPENAPI_30),
);

/** Instances of a schema that nobody wrote; the same for the same seed. */
export const generated = (name: string, count: number): readonly unknown[] =>
  fc.sample(arbitraryOf(name), { numRuns: count, seed: 20_261_122 });
