import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSelected, memoryStore } from '../../src/store/memory.ts';
import { inOrder, orderedRows } from '../../src/store/ordered-rows.ts';
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
  const some = fc.array(change, { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(some, some, selection, async (before, after, wanted) => {
      const store = memoryStore();
      await store.apply(before);
      expect(await store.list(wanted)).toEqual(plainly(before, wanted));
      // an index that is there already is kept
      await store.apply(after);
      expect(await store.list(wanted)).toEqual(plainly([...before, ...after], wanted));
    }),
    { numRuns: 300, seed: 1 },
  );
});

test('many rows stay in their order while they come and go', () => {
  const rows = orderedRows();
  const COUNT = 4001;
  const rowAt = (at: number): Row => ({
    collection: 'x',
    id: String(at).padStart(5, '0'),
    owner: 'a',
    parent: '',
    createdAt: '',
    updatedAt: '',
    body: at,
  });
  // 1973 has no divisor in common with the count, so each comes once and none in its turn
  const mixed = Array.from({ length: COUNT }, (_, at) => rowAt((at * 1973) % COUNT));
  for (const one of mixed) rows.put(one);
  const bodies = (from?: Row) => rows.after(from, () => true, undefined).map(({ body }) => body);
  const all = Array.from({ length: COUNT }, (_, at) => at);
  expect(bodies()).toEqual(all);
  expect(bodies(rowAt(2500))).toEqual(all.slice(2501));
  for (const one of mixed) if (Number(one.body) % 3 !== 0) rows.drop(one);
  expect(bodies()).toEqual(all.filter((at) => at % 3 === 0));
  for (const one of mixed) rows.drop(one);
  expect(bodies()).toEqual([]);
});
