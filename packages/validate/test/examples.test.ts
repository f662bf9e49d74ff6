import { registry } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { judge, problemOf, type SchemaName } from '../src/index.ts';

const entries = [...registry.schemas.values()];

const valid = entries.flatMap(({ name, examples }) =>
  Object.entries(examples.valid).map(([title, value]) => ({ name, title, value })),
);
const invalid = entries.flatMap(({ name, examples }) =>
  Object.entries(examples.invalid).map(([title, example]) => ({ name, title, ...example })),
);

describe('a valid example has no issue in either form', () => {
  test.each(valid)('$name: $title', ({ name, value }) => {
    expect(judge(name as SchemaName, value)).toMatchObject({ ok: true });
    expect(judge(name as SchemaName, value, 'receiver')).toMatchObject({ ok: true });
  });
});

describe('an invalid example has its one issue and no other', () => {
  test.each(invalid)('$name: $title', ({ name, value, breaks }) => {
    const verdict = judge(name as SchemaName, value);
    const found = verdict.ok ? [] : verdict.issues;
    expect(found.map(({ pointer, rule }) => ({ pointer, rule }))).toEqual([
      { pointer: breaks.pointer, rule: breaks.rule },
    ]);
    expect(registry.problems).toHaveProperty(problemOf(found));
  });
});
