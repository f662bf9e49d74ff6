import type { SchemaEntry } from '@openwaybill/schemas';
import type { Emitter } from './artefacts.ts';
import { jsonText } from './json-text.ts';
import { slug } from './openapi/examples.ts';

/** Files of one kind of examples of a schema, by the slugs of their titles. Throws where two titles have one slug. */
const filesOf = <T>(
  kind: 'valid' | 'invalid',
  { name, examples }: SchemaEntry,
  write: (example: T) => unknown,
): readonly (readonly [string, string])[] => {
  const entries = Object.entries(examples[kind] as Readonly<Record<string, T>>);
  const files = new Map<string, string>();
  for (const [title, example] of entries) {
    const path = `examples/${kind}/${name}/${slug(title)}.json`;
    if (files.has(path))
      throw new Error(
        `Two examples of ${name} would be the file ${path}. Titles differ in letters or digits: word one of them otherwise.`,
      );
    files.set(path, jsonText(write(example)));
  }
  return [...files];
};

type Invalid = SchemaEntry['examples']['invalid'][string];

/** Every example: a valid one as it is, an invalid one with the one fault that a judge has to find. */
export const examples: Emitter = (registry) =>
  new Map(
    [...registry.schemas.values()].flatMap((entry) => [
      ...filesOf<unknown>('valid', entry, (value) => value),
      ...filesOf<Invalid>('invalid', entry, ({ value, breaks }) => {
        const { pointer, rule, requirement } = breaks;
        return {
          given: value,
          want: [{ pointer, rule }],
          ...(requirement === undefined ? {} : { requirement }),
        };
      }),
    ]),
  );
