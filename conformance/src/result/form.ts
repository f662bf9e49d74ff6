import { type TProperties, Type } from '@sinclair/typebox';

/** An object of the suite's own files: nothing beside these members. */
export const closed = <T extends TProperties>(properties: T) =>
  Type.Object(properties, { additionalProperties: false });

/** One of these words or numbers. */
export const oneOf = <const T extends string | number>(values: readonly T[]) =>
  Type.Unsafe<T>(Type.Union(values.map((value) => Type.Literal(value))));

/** How many. */
export const Count = Type.Integer({ minimum: 0 });

/** A SHA-256 digest. */
export const Digest = Type.String({ pattern: '^sha256:[0-9a-f]{64}$' });

/** Date and time with an offset (RFC 3339). */
export const At = Type.String({
  pattern:
    '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$',
});

/** A text in both languages. */
export const BothTexts = closed({ en: Type.String(), zh: Type.String() });
