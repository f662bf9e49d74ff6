import {
  type SchemaOptions,
  type Static,
  type TArray,
  type TBoolean,
  type TInteger,
  type TObject,
  type TOptional,
  type TProperties,
  type TSchema,
  type TString,
  type TUnsafe,
  Type,
} from '@sinclair/typebox';
import { privacy } from './privacy.ts';
import { type Text, words } from './text.ts';
import { VERSION } from './version.ts';

/** The immutable `$id` of a schema of a version. Nothing is ever fetched from its host. */
export const idOf = (name: string, version: string = VERSION): string =>
  `https://openwaybill.org/schemas/${version}/${name}.json`;

/** The name in an `$id` or a `$ref` of the standard; empty where it is none. */
export const nameIn = (id: string): string => /\/([A-Za-z0-9]+)\.json$/.exec(id)?.[1] ?? '';

/**
 * The name of the word that is the schema of a path parameter: `{waybillNo}` is a `WaybillNo`, and `{claimId}`, for
 * which there is no word, a `Uuid`. `undefined` for a parameter of neither kind, which no registry may have.
 */
export const wordNameOf = (
  schemas: { has(name: string): boolean },
  parameter: string,
): string | undefined => {
  const name = parameter.charAt(0).toUpperCase() + parameter.slice(1);
  if (schemas.has(name)) return name;
  return name.endsWith('Id') ? 'Uuid' : undefined;
};

/** The name of a schema, from its `$id`. */
export const nameOf = (schema: TSchema): string => {
  const name = nameIn(schema.$id ?? '');
  if (name === '') throw new Error('nameOf needs a schema with an $id of the standard');
  return name;
};

/**
 * A reference to a schema that has an `$id`. It may carry annotations, never constraints: generators drop
 * what stands beside a `$ref`.
 */
export const Ref = <T extends TSchema>(
  schema: T,
  annotations: SchemaOptions = {},
): TUnsafe<Static<T>> => {
  if (schema.$id === undefined) throw new Error('Ref needs a schema with an $id');
  return Type.Unsafe<Static<T>>({ $ref: schema.$id, ...annotations });
};

/** `Type.Optional`, under the word that the tables of the standard use. */
export const Optional = <T extends TSchema>(schema: T) => Type.Optional(schema);

/** A closed set of strings inside one message. What several messages share is a code list. */
export const StringEnum = <const T extends readonly string[]>(
  values: T,
  options: SchemaOptions = {},
): TUnsafe<T[number]> => Type.Unsafe<T[number]>({ type: 'string', enum: [...values], ...options });

/** A list with both bounds, as the interop profile demands. */
export const ListOf = <T extends TSchema>(
  items: T,
  minItems: number,
  maxItems: number,
  options: SchemaOptions = {},
): TArray<T> => Type.Array(items, { minItems, maxItems, ...options });

/** An object that is a part of one message only, and has no name of its own. */
export const Part = <P extends TProperties>(
  properties: P,
  options: SchemaOptions = {},
): TObject<P> => Type.Object(properties, { additionalProperties: false, ...options });

/** A named, closed object: a request, an answer that is no resource, or a shared type. */
export const Closed = <P extends TProperties>(
  name: string,
  title: Text,
  description: Text,
  properties: P,
): TObject<P> =>
  Type.Object(properties, {
    $id: idOf(name),
    additionalProperties: false,
    ...words(title, description),
  });

/** Private data of the two parties, keyed by reverse DNS; never personal data. */
export const Extensions = Type.Unsafe<Record<string, unknown>>({
  $id: idOf('Extensions'),
  ...words(
    { en: 'Extensions', zh: '扩展' },
    {
      en: 'Private data, keyed by reverse DNS. At most 20 keys and 8 KiB; personal data is forbidden.',
      zh: '私有数据，键为反向域名；最多 20 个键、8 KiB；不得含个人信息。',
    },
  ),
  type: 'object',
  propertyNames: { pattern: '^[a-z0-9]+([.][a-z0-9-]+)+$', maxLength: 100 },
  maxProperties: 20,
  additionalProperties: true,
  ...privacy('business', 'technical'),
});

type WithExtensions<P extends TProperties> = P & {
  extensions: TOptional<TUnsafe<Record<string, unknown>>>;
};

/** A named, closed object that may carry `extensions`: a stored resource or an event payload. */
export const Resource = <P extends TProperties>(
  name: string,
  title: Text,
  description: Text,
  properties: P,
): TObject<WithExtensions<P>> =>
  Type.Object({ ...properties, extensions: Type.Optional(Ref(Extensions)) } as WithExtensions<P>, {
    $id: idOf(name),
    additionalProperties: false,
    ...words(title, description),
  });

/**
 * One named string of the standard. `pattern` is written without anchors, in the subset of RFC 9485; this adds
 * them.
 */
export const Word = (
  name: string,
  title: Text,
  description: Text,
  options: SchemaOptions & { readonly maxLength: number; readonly pattern?: string },
): TString => {
  const { pattern, ...others } = options;
  return Type.String({
    $id: idOf(name),
    ...words(title, description),
    ...(pattern === undefined ? {} : { pattern: `^(${pattern})$` }),
    ...others,
  });
};

/** A named whole number. There are no other numbers in the standard, and each has both bounds. */
export const WholeWord = (
  name: string,
  title: Text,
  description: Text,
  options: SchemaOptions & { readonly minimum: number; readonly maximum: number },
): TInteger => Type.Integer({ $id: idOf(name), ...words(title, description), ...options });

/** A whole number inside one message. */
export const Whole = (
  minimum: number,
  maximum: number,
  title: Text,
  description: Text,
  annotations: SchemaOptions = privacy('business', 'measure'),
): TInteger => Type.Integer({ minimum, maximum, ...words(title, description), ...annotations });

/** A string inside one message, not empty unless `minLength` says so. `pattern` as in `Word`. */
export const Line = (
  maxLength: number,
  title: Text,
  description: Text,
  options: SchemaOptions & { readonly minLength?: number; readonly pattern?: string },
): TString => {
  const { pattern, ...others } = options;
  return Type.String({
    minLength: 1,
    maxLength,
    ...words(title, description),
    ...(pattern === undefined ? {} : { pattern: `^(${pattern})$` }),
    ...others,
  });
};

/** A truth inside one message. The states of a resource are a lifecycle and never flags. */
export const Flag = (
  title: Text,
  description: Text,
  annotations: SchemaOptions = privacy('business', 'flag'),
): TBoolean => Type.Boolean({ ...words(title, description), ...annotations });
