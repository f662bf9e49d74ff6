import {
  registerSchema,
  setShouldValidateFormat,
  validate,
} from '@hyperjump/json-schema/draft-2020-12';
import '@hyperjump/json-schema/formats';
import { problemSetOf, registry } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { requestSchemaOf } from '../src/drive/own-message.ts';
import { randomOf } from '../src/drive/random.ts';
import { singleFault } from '../src/negatives/revalidate.ts';
import { singleFaults } from '../src/negatives/single-faults.ts';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** Keywords of the schema language; what else is broken is a rule of ours, which the second validator cannot know. */
const KEYWORDS: ReadonlySet<string> = new Set([
  'required',
  'type',
  'enum',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'uniqueItems',
  'additionalProperties',
]);

/** Batches name the problems of their items in their answers. */
const isBatch = (name: string): boolean => name.endsWith('-batch');

const limits = { isStrict: true, most: 20, perConstraint: 1, isAnswered: () => true };

const made = registry.operations.flatMap((operation) => {
  const schema = requestSchemaOf(operation);
  const [right] = Object.values(registry.schemas.get(schema ?? '')?.examples.valid ?? {});
  return schema === undefined || right === undefined
    ? []
    : [{ operation, schema, ...singleFaults(randomOf(1, schema), schema, right, limits) }];
});

const wrong = made.flatMap(({ operation, schema, bodies }) =>
  bodies.flatMap((body) => {
    const fault = singleFault(schema, body, true);
    return fault === undefined ? [] : [{ operation, schema, body, fault }];
  }),
);

describe('requests with one thing wrong', async () => {
  setShouldValidateFormat(true);
  for (const { schema } of registry.schemas.values())
    registerSchema(JSON.parse(JSON.stringify(schema)), String(schema.$id), DIALECT);

  test('are made for every operation with a body', () => {
    expect(made.filter(({ bodies }) => bodies.length === 0)).toEqual([]);
  });

  test('are each against one place alone', () => {
    expect(wrong).toHaveLength(made.reduce((sum, { bodies }) => sum + bodies.length, 0));
  });

  test('are wrong to a validator of another author too', async () => {
    const taken: string[] = [];
    for (const schema of new Set(made.map((one) => one.schema))) {
      const judge = await validate(String(registry.schemas.get(schema)?.schema.$id));
      for (const { body, fault } of wrong.filter((one) => one.schema === schema))
        if (KEYWORDS.has(fault.rule) && judge(body as never).valid)
          taken.push(`${schema} ${fault.pointer} ${fault.rule}`);
    }
    expect(taken).toEqual([]);
  });

  test('meet no problem that their operation does not name', () => {
    const unnamed = wrong.flatMap(({ operation, fault }) =>
      isBatch(operation.name) || problemSetOf(operation).includes(fault.code)
        ? []
        : [`${operation.name} ${fault.code}`],
    );
    expect([...new Set(unnamed)]).toEqual([]);
  });

  test('are seldom thrown away', () => {
    const [all, lost] = [
      made.reduce((sum, one) => sum + one.made, 0),
      made.reduce((sum, one) => sum + one.discarded, 0),
    ];
    expect(lost / all).toBeLessThan(0.2);
  });
});
