import { nameIn, type PlainSchema, type Registry } from '@openwaybill/schemas';
import type { Language } from './words.ts';

/** The title or the description of a schema; empty where it has none. */
export const textIn = (
  schema: PlainSchema,
  keyword: 'title' | 'description',
  language: Language,
): string => String((language === 'zh' ? schema[`x-${keyword}-zh`] : schema[keyword]) ?? '');

/** What a member says, with what the schema that it refers to says where it says nothing itself. */
export const inherited = (registry: Registry, schema: PlainSchema): PlainSchema =>
  typeof schema.$ref === 'string'
    ? { ...registry.schemas.get(nameIn(schema.$ref))?.schema, ...schema }
    : schema;

/** The privacy class of a member and its mask. */
export const privacyIn = (schema: PlainSchema): string => {
  const privacy = schema['x-privacy'] as
    | { readonly class: string; readonly mask?: string }
    | undefined;
  return [privacy?.class, privacy?.mask].filter((one) => one !== undefined).join(' ');
};
