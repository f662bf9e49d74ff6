import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TSchema } from '@sinclair/typebox';
import { describe, expect, test } from 'vitest';
import { FORMS } from '../src/forms.ts';

const FOLDER = join(import.meta.dirname, '..', 'schemas');

/** `https://openwaybill.org/schemas/result/1.json` is the file `result-1.json`. */
const fileOf = ({ $id }: TSchema): string =>
  String($id).replace('https://openwaybill.org/schemas/', '').replace('/', '-');

/** Objects that would take any member. */
const openIn = (schema: unknown, path = ''): readonly string[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  const isOpen =
    'type' in schema && schema.type === 'object' && !('additionalProperties' in schema);
  return [
    ...(isOpen ? [path] : []),
    ...Object.entries(schema).flatMap(([name, member]) => openIn(member, `${path}/${name}`)),
  ];
};

describe.each(FORMS.map((form) => [fileOf(form), form] as const))('%s', (file, form) => {
  const published = JSON.parse(JSON.stringify(form));

  test('is the form that types follow from', async () => {
    await expect(`${JSON.stringify(published, null, 2)}\n`).toMatchFileSnapshot(join(FOLDER, file));
  });

  test('has no object that takes any member', () => {
    expect(openIn(published)).toEqual([]);
  });
});

test('no other form is published', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(FORMS.map(fileOf).sort());
});
