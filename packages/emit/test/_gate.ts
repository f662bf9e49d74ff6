import { createRequire } from 'node:module';
import { type PlainSchema, registry } from '@openwaybill/schemas';
import { arbitraryOf } from '@openwaybill/validate/arbitrary';
import fc from 'fast-check';
import { OPENAPI_30, OPENAPI_31 } from '../src/openapi/dialect.ts';
import { wholeDocument } from '../src/openapi-documents.ts';

const require = createRequire(import.meta.url);

type Judge = (value: unknown) => boolean;

/** The judge of a component of a document, by name. 3.0 says `exclusive` and `nullable` otherwise, and has neither here. */
const judges = (dialect: typeof OPENAPI_30): ((name: string) => Judge) => {
  const { components } = wholeDocument(registry, dialect) as {
    readonly components: { readonly schemas: PlainSchema };
  };
  const Ajv = require('ajv/dist/2020');
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'https://twin.test/', components: { schemas: components.schemas } });
  return (name) => ajv.getSchema(`https://twin.test/#/components/schemas/${name}`);
};

/** The one schema of which 3.0 cannot say all. */
const UNSAID = ['Extensions'];

const inTwin = judges(OPENAPI_30);
const inDocument = judges(OPENAPI_31);

/** Names of the components that both documents have. */
export const COMPONENTS = [...registry.schemas.keys()].filter(
  (name) => !UNSAID.includes(name) && inDocument(name) !== undefined,
);

/** The same value with one thing wrong, each in its turn: a member less, one of another type, one more. */
function* spoilt(value: unknown): Generator<unknown, void, undefined> {
  yield 17.5;
  if (typeof value === 'string') yield `${value}\u0000`;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  for (const [name, member] of Object.entries(value)) {
    const { [name]: _, ...rest } = value as Record<string, unknown>;
    yield rest;
    yield { ...rest, [name]: typeof member === 'string' ? 1 : 'A' };
  }
  yield { ...value, somethingElse: true };
}

/** Values on which the twin and the document differ, of those that are given and of their spoilt forms. */
export const differences = (name: string, values: readonly unknown[]): readonly unknown[] => {
  const [twin, document] = [inTwin(name), inDocument(name)];
  return values
    .flatMap((value) => [value, ...spoilt(value)])
    .filter((value) => twin(value) !== document(value));
};

/** Examples of a schema, right and wrong. */
export const examplesOf = (name: string): readonly unknown[] => {
  const { valid, invalid } = registry.schemas.get(name)?.examples ?? { valid: {}, invalid: {} };
  return [...Object.values(valid), ...Object.values(invalid).map(({ value }) => value)];
};

/** Instances of a schema that nobody wrote; the same for the same seed. */
export const generated = (name: string, count: number): readonly unknown[] =>
  fc.sample(arbitraryOf(name), { numRuns: count, seed: 20_261_122 });
