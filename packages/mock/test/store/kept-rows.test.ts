import { expect, test } from 'vitest';
import { keptRows } from '../../src/store/kept-rows.ts';
import { memoryStore } from '../../src/store/memory.ts';
import type { Change, Row, Rows } from '../../src/store/store.ts';

const rowOf = (id: string, body: unknown = id): Row => ({
  collection: 'agreement',
  id,
  owner: 'ZZSHOPONE',
  parent: '',
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-01T00:00:00.000Z',
  body,
});
const put = (row: Row): Change => ({ kind: 'put', row });
const ALL = { collection: 'agreement', owner: 'ZZSHOPONE' };

/** Kept rows over a store that counts how often it is read, and reads when it is let. */
const counted = (gate: () => Promise<void> = async () => {}) => {
  const store = memoryStore();
  const reads = { get: 0, list: 0 };
  const rows: Rows = {
    ...store,
    get: async (collection, id) => {
      reads.get += 1;
      const found = await store.get(collection, id);
      await gate();
      return found;
    },
    list: async (selection) => {
      reads.list += 1;
      return store.list(selection);
    },
  };
  return { kept: keptRows(rows), reads };
};

test('what is asked for again is read once', async () => {
  const { kept, reads } = counted();
  await kept.apply([put(rowOf('a'))]);
  for (let time = 0; time < 3; time += 1) {
    expect(await kept.get('agreement', 'a')).toEqual(rowOf('a'));
    expect(await kept.list(ALL)).toEqual([rowOf('a')]);
  }
  expect(reads).toEqual({ get: 1, list: 1 });
});

test.each<{ title: string; changes: readonly Change[]; want: readonly Row[] }>([
  {
    title: 'what is put is there as it was put',
    changes: [put(rowOf('a', 'new'))],
    want: [rowOf('a', 'new')],
  },
  {
    title: 'what is deleted is gone',
    changes: [{ kind: 'delete', collection: 'agreement', id: 'a' }],
    want: [],
  },
  {
    title: 'what is cleared is gone',
    changes: [{ kind: 'clear', owner: 'ZZSHOPONE' }],
    want: [],
  },
  {
    title: 'a row of another collection changes nothing',
    changes: [put({ ...rowOf('b'), collection: 'notice' })],
    want: [rowOf('a')],
  },
])('$title', async ({ changes, want }) => {
  const { kept } = counted();
  await kept.apply([put(rowOf('a'))]);
  await kept.get('agreement', 'a');
  await kept.list(ALL);
  await kept.apply(changes);
  expect(await kept.list(ALL)).toEqual(want);
  expect(await kept.get('agreement', 'a')).toEqual(want[0]);
});

test('what is read while something is written is not kept', async () => {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const { kept } = counted(() => gate);
  await kept.apply([put(rowOf('a', 'old'))]);
  const early = kept.get('agreement', 'a');
  await kept.apply([put(rowOf('a', 'new'))]);
  open();
  expect((await early)?.body).toBe('old');
  expect((await kept.get('agreement', 'a'))?.body).toBe('new');
});

test('a long list is read each time', async () => {
  const { kept, reads } = counted();
  await kept.apply(Array.from({ length: 65 }, (_, number) => put(rowOf(`a${number}`))));
  for (let time = 0; time < 2; time += 1) expect(await kept.list(ALL)).toHaveLength(65);
  expect(reads.list).toBe(2);
});
