import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { registry } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { emit, stale } from '../src/index.ts';

const next = new URL('../../../schemas/published/next/', import.meta.url);

test('schemas/published/next is what the registry gives', () => {
  const published = existsSync(next)
    ? readdirSync(next, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => `${entry.parentPath}/${entry.name}`.slice(next.pathname.length))
        .map((path) => path.replace(/^\//, ''))
    : [];
  const wrong = stale(emit(registry), published, (path) =>
    readFileSync(new URL(path, next), 'utf8'),
  );
  expect(wrong).toEqual([]);
});
