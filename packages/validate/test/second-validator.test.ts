import {
  registerSchema,
  setShouldValidateFormat,
  validate,
} from '@hyperjump/json-schema/draft-2020-12';
import '@hyperjump/json-schema/formats';
import { registry } from '@openwaybill/schemas';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { arbitraryOf } from '../src/arbitrary.ts';
import * as validators from '../src/generated/validators.mjs';
import { judgeSchema } from '../src/judge-schema.ts';

/** Two validators of different authors must agree, or one of them, or the compiling, is wrong. */
const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
const entries = [...registry.schemas.values()];

const byAjv = (name: string, value: unknown): boolean =>
  judgeSchema(validators, name, value, 'sender').length === 0;

/** `byte` is a format of OpenAPI, which the second validator does not know. */
const withBytes = (_name: string, schema: unknown): unknown =>
  typeof schema === 'object' && schema !== null && 'format' in schema && schema.format === 'byte'
    ? {
        ...schema,
        allOf: [{ pattern: '^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$' }],
      }
    : schema;

const byHyperjump = new Map<string, (value: unknown) => boolean>();

beforeAll(async () => {
  setShouldValidateFormat(true);
  for (const { schema } of entries)
    registerSchema(JSON.parse(JSON.stringify(schema), withBytes), schema.$id, DIALECT);
  for (const { name, schema } of entries) {
    const judge = await validate(String(schema.$id));
    byHyperjump.set(name, (value) => judge(value as never).valid);
  }
});

const both = (name: string, value: unknown) => ({
  ajv: byAjv(name, value),
  hyperjump: byHyperjump.get(name)?.(value),
});

type Edit = (value: unknown, at: number) => unknown;

/** One edit at one member: what a careless sender does. */
const EDITS: Readonly<Record<string, Edit>> = {
  'a member is null': (value, at) => edited(value, at, () => null),
  'a member is a float': (value, at) => edited(value, at, () => 1.5),
  'a member is a list of lists': (value, at) => edited(value, at, () => [[[]]]),
  'a text grows': (value, at) => edited(value, at, (old) => `${old}${'长'.repeat(3000)}`),
  'an unknown member': (value) => ({ ...(value as object), zzUnknown: 1 }),
};

/** A long text fits where a label or a sealed payload stands; then both must say so. */
const MAY_FIT = 'a text grows';

const edited = (value: unknown, at: number, change: (old: unknown) => unknown): unknown => {
  const members = Object.entries(value as object);
  const index = at % Math.max(1, members.length);
  return Object.fromEntries(
    members.map(([name, old], place) => [name, place === index ? change(old) : old]),
  );
};

const objects = entries.filter(({ schema }) => schema.properties !== undefined);

describe('both accept every valid example and agree on every invalid one', () => {
  test.each(entries)('$name', ({ name, examples }) => {
    for (const value of Object.values(examples.valid))
      expect(both(name, value)).toEqual({ ajv: true, hyperjump: true });
    for (const { value } of Object.values(examples.invalid)) {
      const verdicts = both(name, value);
      expect(verdicts.hyperjump).toBe(verdicts.ajv);
    }
  });
});

describe('both accept what the arbitrary makes', () => {
  test.each(entries)('$name', ({ name }) => {
    fc.assert(
      fc.property(arbitraryOf(name), (value) => {
        expect(both(name, value)).toEqual({ ajv: true, hyperjump: true });
      }),
      { numRuns: 20 },
    );
  });
});

describe('both refuse a value with one fault', () => {
  test.each(objects)('$name', ({ name }) => {
    fc.assert(
      fc.property(
        arbitraryOf(name).filter((value) => Object.keys(value as object).length > 0),
        fc.nat(),
        fc.constantFrom(...Object.keys(EDITS)),
        (value, at, edit) => {
          const mutant = EDITS[edit]?.(value, at);
          const verdicts = both(name, mutant);
          expect(verdicts.hyperjump).toBe(verdicts.ajv);
          if (edit !== MAY_FIT) expect({ edit, ...verdicts }).toMatchObject({ edit, ajv: false });
        },
      ),
      { numRuns: 20 },
    );
  });
});
