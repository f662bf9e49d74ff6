import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { bringUpToDate, LAYOUTS, type Tables } from '../src/store/layouts.ts';
import { type Row, type Store, StoreTooNew } from '../src/store/store.ts';
import { Unit } from '../src/store/unit.ts';

const row = (id: string, more: Partial<Row> = {}): Row => ({
  collection: 'thing',
  id,
  owner: 'A',
  parent: '',
  createdAt: '2026-11-11T00:00:00.000Z',
  updatedAt: '2026-11-11T00:00:00.000Z',
  body: { id },
  ...more,
});

const put = (one: Row) => ({ kind: 'put', row: one }) as const;
const ids = (rows: readonly Row[]) => rows.map(({ id }) => id);

const SOME = [
  row('b', { createdAt: '2026-11-11T00:00:02.000Z' }),
  row('a', { createdAt: '2026-11-11T00:00:02.000Z', parent: 'p' }),
  row('C', { owner: 'B', updatedAt: '2026-11-12T00:00:00.000Z' }),
  row('c', { parent: 'p' }),
  row('_', { collection: 'other' }),
];

const LISTS = [
  { given: 'a collection', selection: {}, want: ['C', 'c', 'a', 'b'] },
  { given: 'an owner', selection: { owner: 'A' }, want: ['c', 'a', 'b'] },
  { given: 'a parent', selection: { parent: 'p' }, want: ['c', 'a'] },
  { given: 'a limit', selection: { limit: 2 }, want: ['C', 'c'] },
  {
    given: 'an instant of change',
    selection: { updatedSince: '2026-11-12T00:00:00.000Z' },
    want: ['C'],
  },
  {
    given: 'a place',
    selection: { after: { createdAt: '2026-11-11T00:00:00.000Z', id: 'C' } },
    want: ['c', 'a', 'b'],
  },
  { given: 'an owner who has nothing', selection: { owner: 'Z' }, want: [] },
] as const;

/** What every store does alike; `open` answers an empty one. */
export const storeCases = (name: string, open: () => Promise<Store>): void => {
  const filled = async (): Promise<Store> => {
    const store = await open();
    await store.apply(SOME.map(put));
    return store;
  };

  test.each(LISTS)(`${name} lists by $given in one order`, async ({ selection, want }) => {
    const store = await filled();
    expect(ids(await store.list({ collection: 'thing', ...selection }))).toEqual(want);
    await store.close();
  });

  test(`${name} gives back what it was given`, async () => {
    const store = await open();
    const body = { 名: '张**', n: 9_007_199_254_740_991, list: [1, { a: true }], '': null };
    await store.apply([put(row('x', { body }))]);
    expect(await store.get('thing', 'x')).toEqual(row('x', { body }));
    expect(await store.get('thing', 'y')).toBeUndefined();
    await store.close();
  });

  test(`${name} replaces, deletes and clears in the order of the changes`, async () => {
    const store = await filled();
    await store.apply([
      put(row('a', { body: 'new' })),
      { kind: 'delete', collection: 'thing', id: 'b' },
      { kind: 'clear', owner: 'B' },
      put(row('d', { owner: 'B' })),
    ]);
    expect(ids(await store.list({ collection: 'thing' }))).toEqual(['a', 'c', 'd']);
    expect((await store.get('thing', 'a'))?.body).toBe('new');
    await store.close();
  });

  test(`${name} shows a unit its own writes and nobody else before it commits`, async () => {
    const store = await filled();
    const unit = new Unit(store);
    unit.put(row('0'));
    unit.delete('thing', 'b');
    expect(ids(await unit.list({ collection: 'thing', owner: 'A' }))).toEqual(['0', 'c', 'a']);
    expect(await unit.get('thing', 'b')).toBeUndefined();
    expect(ids(await store.list({ collection: 'thing', owner: 'A' }))).toEqual(['c', 'a', 'b']);
    await unit.commit();
    expect(ids(await store.list({ collection: 'thing', owner: 'A' }))).toEqual(['0', 'c', 'a']);
    await store.close();
  });
};

/** What every database does alike with tables of another layout; `open` answers an empty one as it is and as a store. */
export const layoutCases = (
  name: string,
  open: () => Promise<{
    readonly db: Kysely<Tables>;
    readonly collation: 'C' | undefined;
    readonly store: () => Promise<Store>;
  }>,
): void => {
  test.each(LAYOUTS.map((_, at) => at))(`${name} of layout %i keeps its rows`, async (layout) => {
    const { db, collation, store } = await open();
    await bringUpToDate(db, collation, LAYOUTS.slice(0, layout));
    const rows = layout === 0 ? [] : SOME;
    for (const { createdAt, updatedAt, body, ...columns } of rows)
      await db
        .insertInto('document')
        .values({
          ...columns,
          created_at: createdAt,
          updated_at: updatedAt,
          body: JSON.stringify(body),
        })
        .execute();
    const opened = await store();
    expect(ids(await opened.list({ collection: 'thing' }))).toEqual(
      layout === 0 ? [] : ['C', 'c', 'a', 'b'],
    );
    const { number } = await db
      .selectFrom('migration')
      .select(({ fn }) => fn.max('number').as('number'))
      .executeTakeFirstOrThrow();
    expect(Number(number)).toBe(LAYOUTS.length);
    await opened.close();
  });

  test(`${name} of a newer layout is refused and left as it is`, async () => {
    const { db, store } = await open();
    await (await store()).close();
    await db
      .insertInto('migration')
      .values({ number: LAYOUTS.length + 1 })
      .execute();
    await expect(store()).rejects.toThrow(StoreTooNew);
    const { length } = await db.selectFrom('migration').selectAll().execute();
    expect(length).toBe(LAYOUTS.length + 1);
  });
};
