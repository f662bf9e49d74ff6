import { type Check, nameIn, registry } from '@openwaybill/schemas';
import fc from 'fast-check';
import { assetId, consigneeRef, grai, gs1, s10, uscc } from './check-digits/index.ts';
import type { JsonSchema } from './receiver-form.ts';

type Arbitraries = Record<string, fc.Arbitrary<unknown>>;
type Tie = (name: string) => fc.Arbitrary<unknown>;

const last = (text: string, body: string, digit: (body: string) => string): string =>
  text.slice(0, -1) + digit(body);

/** Puts right the check character of a text that has the pattern already. */
const CHECKED: Readonly<Partial<Record<Check, (text: string) => string>>> = {
  s10: (text) => `${text.slice(0, 10)}${s10.checkDigitOf(text.slice(2, 10))}CN`,
  gs1: (text) => last(text, text.slice(0, -1), gs1.checkDigitOf),
  grai: (text) => text.slice(0, 13) + grai.checkDigitOf(text.slice(1, 13)) + text.slice(14),
  'asset-id': (text) =>
    text.startsWith('RA')
      ? last(text, text.slice(2, -1), assetId.checkDigitOf)
      : text.slice(0, 13) + grai.checkDigitOf(text.slice(1, 13)) + text.slice(14),
  uscc: (text) => last(text, text.slice(0, 17), uscc.checkDigitOf),
  'party-id': (text) => (text.length === 18 ? '91210200MA0000001M' : text),
  'consignee-ref': (text) => last(text, text.slice(4, -1), consigneeRef.checkDigitOf),
};

const instants = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2099-12-31T00:00:00Z'),
  noInvalidDate: true,
});

/** Texts of a format, and one of them: a schema whose pattern wants another form is served by its pattern. */
const FORMATS: Readonly<
  Record<string, { readonly texts: fc.Arbitrary<string>; readonly sample: string }>
> = {
  'date-time': {
    texts: instants.map((instant) => instant.toISOString()),
    sample: '2026-11-22T14:00:00.000Z',
  },
  date: {
    texts: instants.map((instant) => instant.toISOString().slice(0, 10)),
    sample: '2026-11-22',
  },
  uri: {
    texts: fc.nat().map((number) => `https://shop.example/path/${number}`),
    sample: 'https://shop.example/path/1',
  },
  email: {
    texts: fc.nat().map((number) => `person${number}@shop.example`),
    sample: 'person1@shop.example',
  },
  byte: { texts: fc.base64String({ minLength: 4, maxLength: 40 }), sample: 'QUJD' },
};

/** Values in a row that may miss before a schema is taken for one that has none. */
const MAX_MISSES = 20_000;

/** Thrown where no value is found that a schema accepts: its constraints exclude each other, or nearly. */
export class NoValue extends Error {
  override readonly name = 'NoValue';
}

/** A condition of a filter, which else would look for ever. */
const within = <T>(accepts: (value: T) => boolean): ((value: T) => boolean) => {
  let misses = 0;
  return (value) => {
    misses = accepts(value) ? 0 : misses + 1;
    if (misses > MAX_MISSES) throw new NoValue('the constraints leave no value');
    return misses === 0;
  };
};

const lengthOf = (text: string): number => [...text].length;

/** Texts of a pattern. The library refuses to begin where all of them are longer than they may be. */
const matching = (pattern: string, maxLength: number): fc.Arbitrary<string> => {
  try {
    return fc.stringMatching(new RegExp(pattern, 'u'), { maxLength });
  } catch (cause) {
    return fc.constant('').map(() => {
      throw new NoValue('no text of the pattern is short enough', { cause });
    });
  }
};

const textOf = (schema: JsonSchema): fc.Arbitrary<string> => {
  const min = Number(schema.minLength ?? 0);
  const max = Number(schema.maxLength ?? 200);
  const pattern = new RegExp(String(schema.pattern ?? ''), 'u');
  const { [String(schema.format)]: known } = FORMATS;
  const fits = (text: string): boolean =>
    lengthOf(text) >= min && lengthOf(text) <= max && pattern.test(text);
  const format = known !== undefined && fits(known.sample) ? known.texts : undefined;
  const texts =
    typeof schema.pattern === 'string' && format === undefined
      ? matching(schema.pattern, max)
      : (format ?? fc.string({ minLength: min, maxLength: max }));
  const put = CHECKED[schema['x-check'] as Check];
  return (put === undefined ? texts : texts.map(put)).filter(within(fits));
};

const objectOf = (schema: JsonSchema, tie: Tie): fc.Arbitrary<unknown> => {
  const properties = schema.properties as Readonly<Record<string, JsonSchema>> | undefined;
  if (properties === undefined) return fc.constantFrom({}, { 'example.shop': { note: 1 } });
  const required = (schema.required ?? []) as readonly string[];
  const members = Object.fromEntries(
    Object.entries(properties).map(([name, member]) => [name, instanceOf(member, tie)]),
  );
  const max = Number(schema.maxProperties ?? Number.POSITIVE_INFINITY);
  const min = Number(schema.minProperties ?? 0);
  return fc
    .record(members, { requiredKeys: [...required], noNullPrototype: true })
    .filter(
      within((value) => Object.keys(value).length >= min && Object.keys(value).length <= max),
    );
};

const instanceOf = (schema: JsonSchema, tie: Tie): fc.Arbitrary<unknown> => {
  if (schema.$ref !== undefined) return tie(nameIn(String(schema.$ref)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  if (Array.isArray(schema.oneOf))
    return fc.oneof(...schema.oneOf.map((branch: JsonSchema) => instanceOf(branch, tie)));
  switch (schema.type) {
    case 'string':
      return textOf(schema);
    case 'integer':
      return fc.integer({
        min: Number(schema.minimum ?? Number.MIN_SAFE_INTEGER),
        max: Number(schema.maximum ?? Number.MAX_SAFE_INTEGER),
      });
    case 'boolean':
      return fc.boolean();
    case 'array': {
      const items = instanceOf(schema.items as JsonSchema, tie);
      const minLength = Number(schema.minItems ?? 0);
      const bounds = {
        minLength,
        maxLength: Math.min(Number(schema.maxItems ?? 3), minLength + 3),
      };
      return schema.uniqueItems === true
        ? fc.uniqueArray(items, { ...bounds, comparator: 'SameValue', selector: JSON.stringify })
        : fc.array(items, bounds);
    }
    default:
      return objectOf(schema, tie);
  }
};

/** Schemas by name, as plain data. */
export type SchemaTable = ReadonlyMap<string, JsonSchema>;

/** Values of one schema, by its name, or of a schema without a name that refers to those of the table. */
export type ArbitraryOf = (schema: string | JsonSchema) => fc.Arbitrary<unknown>;

/**
 * Values that the schemas of any table accept, with right check characters. Rules over several members are not looked
 * at: judge what comes out, and again after a shrink.
 */
export const arbitrariesIn = (schemas: SchemaTable): ArbitraryOf => {
  const all: Arbitraries = fc.letrec<Record<string, unknown>>((tie) =>
    Object.fromEntries(
      [...schemas].map(([name, schema]) => [name, instanceOf(schema, tie as Tie)]),
    ),
  );
  const named = (name: string): fc.Arbitrary<unknown> => {
    const found = all[name];
    if (found === undefined) throw new Error(`the registry has no schema ${name}`);
    return found;
  };
  return (schema) => (typeof schema === 'string' ? named(schema) : instanceOf(schema, named));
};

let own: ArbitraryOf | undefined;

const ofRegistry: ArbitraryOf = (schema) => {
  own ??= arbitrariesIn(
    new Map(
      [...registry.schemas].map(([name, { schema }]) => [name, JSON.parse(JSON.stringify(schema))]),
    ),
  );
  return own(schema);
};

/** Values that a schema of the registry accepts. */
export const arbitraryOf = (name: string): fc.Arbitrary<unknown> => ofRegistry(name);

/** Values of one schema by itself; what it refers to is of the registry. */
export const arbitraryIn = (schema: JsonSchema): fc.Arbitrary<unknown> => ofRegistry(schema);
