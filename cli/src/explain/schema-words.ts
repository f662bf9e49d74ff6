import type { Registry, Text } from '@openwaybill/schemas';
import type { Language } from '../language.ts';
import { columns } from '../table.ts';

/** A schema, of which nothing is known beforehand. */
export type Loose = Readonly<Record<string, unknown>>;

/** The title of a schema in both languages. */
export const titleOf = (schema: Loose): Text => ({
  en: String(schema.title ?? ''),
  zh: String(schema['x-title-zh'] ?? ''),
});

/** The description of a schema in both languages. */
export const descriptionOf = (schema: Loose): Text => ({
  en: String(schema.description ?? ''),
  zh: String(schema['x-description-zh'] ?? ''),
});

/** The name in an id. Schemas are asked for by name alone: most of them need not be read. */
export const nameIn = ({ schemas }: Registry, id: unknown): string =>
  [...schemas.keys()].find((name) => String(id).endsWith(`/${name}.json`)) ?? '';

/** The schema of a name, whatever the case of its letters. */
export const schemaNamed = ({ schemas }: Registry, name: string) => {
  const own = [...schemas.keys()].find((one) => one.toLowerCase() === name.toLowerCase());
  return own === undefined ? undefined : schemas.get(own);
};

/** The type of a member in a word: the name of what it refers to, or its own type. */
export const typeOf = (from: Registry, schema: Loose): string => {
  if (typeof schema.$ref === 'string') return nameIn(from, schema.$ref);
  if (schema.type === 'array') return `${typeOf(from, (schema.items ?? {}) as Loose)}[]`;
  return String(schema.type ?? 'object');
};

/** The members of an object, a line each. */
export const membersOf = (schema: Loose, language: Language, from: Registry): string => {
  const properties = (schema.properties ?? {}) as Readonly<Record<string, Loose>>;
  const required = (schema.required ?? []) as readonly string[];
  return columns(
    Object.entries(properties).map(([name, member]) => {
      const target = from.schemas.get(typeOf(from, member).replace('[]', ''))?.schema;
      const title = titleOf(member.title === undefined ? ((target ?? {}) as Loose) : member);
      return [required.includes(name) ? name : `${name}?`, typeOf(from, member), title[language]];
    }),
  );
};
