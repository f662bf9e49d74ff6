import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSelected, memoryStore } from '../../src/store/memory.ts';
import { inOrder } from '../../src/store/ordered-rows.ts';
import type { Change, Row, Selection } from '../../src/store/store.ts';

const few = fc.constantFrom('a', 'b', 'c');
const row: fc.Arbitrary<Row> = fc.record({
  collection: fc.constantFrom('x', 'y'),
  id: fc.constantFrom('1', '2', '3', '4', '5'),
  owner: few,
  parent: fc.constantFrom('', 'p', 'q'),
  createdAt: few,
  updatedAt: few,
  body: fc.integer(),
});
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 8, arbitrary: row.map((one): Change => ({ kind: 'put', row: one })) },
  {
    weight: 2,
    arbitrary: row.map(({ collection, id }): Change => ({ kind: 'delete', collection, id })),
  },
  { weight: 1, arbitrary: few.map((owner): Change => ({ kind: 'clear', owner })) },
);
const selection = fc.record(
  {
    collection: fc.constantFrom('x', 'y'),
    owner: few,
    parent: fc.constantFrom('p', 'q'),
    after: fc.record({ createdAt: few, id: fc.constantFrom('0', '3', '9') }),
    updatedSince: few,
    limit: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: ['collection'] },
);

/** The same by looking at every row. */
const plainly = (changes: readonly Change[], { limit, ...wanted }: Selection) => {
  const rows = new Map<string, Row>();
  for (const one of changes) {
    if (one.kind === 'put') rows.set(`${one.row.collection}/${one.row.id}`, one.row);
    else if (one.kind === 'delete') rows.delete(`${one.collection}/${one.id}`);
    else for (const [key, { owner }] of rows) if (owner === one.owner) rows.delete(key);
  }
  return [...rows.values()]
    .filter((one) => isSelected(one, wanted))
    .sort(inOrder)
    .slice(0, limit);
};

test('a list by index is the list by looking at every row', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 40 }), selection, async (changes, wanted) => {
      const store = memoryStore();
      await store.apply(changes);
      expect(await store.list(wanted)).toEqual(plainly(changes, wanted));
    }),
    { numRuns: 300, seed: 1 },
  );
});
