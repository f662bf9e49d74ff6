import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { LISTS } from '../../src/products.ts';
import { type MemoryIo, memoryIo } from '../_memory-io.ts';

const REGISTER = readFileSync(
  join(import.meta.dirname, '..', '..', '..', 'seeds', 'policy', 'clauses.json'),
  'utf8',
);
const withClauses = (): MemoryIo => memoryIo({ 'seeds/policy/clauses.json': REGISTER });

test.each(LISTS)('all of list %s is explained, in one language or the other', async (what) => {
  const failed: string[] = [];
  const io = withClauses();
  await main(['list', what, '--json'], io);
  const names = JSON.parse(io.stdout.join('')).map(({ name }: { name: string }) => name);
  expect(names.length).toBeGreaterThan(5);
  for (const [at, name] of names.entries()) {
    const own = withClauses();
    const code = await main(['explain', name, '--lang', at % 2 === 0 ? 'en' : 'zh'], own);
    if (code !== 0 || own.stdout.join('').trim() === '') failed.push(name);
  }
  expect(failed).toEqual([]);
});
