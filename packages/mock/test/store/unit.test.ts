import { expect, test } from 'vitest';
import { memoryStore } from '../../src/store/memory.ts';
import { recordRow } from '../../src/store/resource.ts';
import type { Row } from '../../src/store/store.ts';
import { Unit } from '../../src/store/unit.ts';

const NOW = '2026-11-10T16:00:00.000Z';
const note = (id: string): Row => recordRow('note', id, 'SHOPONE', NOW, id);

const unitOver = async (...ids: readonly string[]): Promise<Unit> => {
  const store = memoryStore();
  await store.apply(ids.map((id) => ({ kind: 'put', row: note(id) })));
  return new Unit(store);
};

test.each<[string, { given: (unit: Unit) => void; want: readonly string[] }]>([
  ['nothing was written', { given: () => undefined, want: ['A', 'B'] }],
  ['a row was put', { given: (unit) => unit.put(note('C')), want: ['A', 'B', 'C'] }],
  ['a row was deleted', { given: (unit) => unit.delete('note', 'A'), want: ['B'] }],
  [
    'what a step wrote was taken back',
    {
      given: (unit) => {
        const takeBack = unit.mark();
        unit.put(note('C'));
        unit.bodies('note', 'SHOPONE');
        takeBack();
      },
      want: ['A', 'B'],
    },
  ],
  [
    'what was written was discarded',
    {
      given: (unit) => {
        unit.delete('note', 'A');
        unit.bodies('note', 'SHOPONE');
        unit.discard();
      },
      want: ['A', 'B'],
    },
  ],
])('bodies that are asked for again are the present ones: %s', async (_title, { given, want }) => {
  const unit = await unitOver('A', 'B');
  unit.bodies('note', 'SHOPONE');
  given(unit);
  expect(await unit.bodies('note', 'SHOPONE')).toEqual(want);
});

test('bodies in a collection where nothing is written are one list', async () => {
  const unit = await unitOver('A');
  const before = await unit.bodies('note', 'SHOPONE');
  unit.put(recordRow('clock', 'SHOPONE', 'SHOPONE', NOW, {}));
  expect(await unit.bodies('note', 'SHOPONE')).toBe(before);
});

test('a row that a step puts twice is told once, as it stands', async () => {
  const unit = await unitOver();
  unit.put(note('A'));
  unit.mark();
  unit.put(note('B'));
  unit.put(note('C'));
  const last = { ...note('B'), body: 'last' };
  unit.put(last);
  expect(unit.recent('note')).toEqual([last, note('C')]);
});
