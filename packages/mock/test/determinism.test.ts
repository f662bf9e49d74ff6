import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { memoryStore } from '../src/index.ts';
import { openFileStore } from '../src/node.ts';
import { sqlStore } from '../src/store/kysely.ts';
import type { Tables } from '../src/store/layouts.ts';
import { determinismCases } from './determinism-cases.ts';
import { creation, submission, testCourier } from './mock-courier.ts';

determinismCases('memory', async () => memoryStore());
determinismCases('SQLite', () => openFileStore(':memory:'));
const pglite = new PGlite();
afterAll(() => pglite.close());
determinismCases('PGlite', async () => {
  await pglite.exec('drop table if exists document, migration');
  return sqlStore(new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) }), 'C');
});

test('another seed gives other ids, and the same verdicts', async () => {
  const logs = [1, 2].map(async (seed) => {
    const { call, mock } = await testCourier({ seed });
    await call('POST', '/orders', submission());
    await call('POST', '/waybills', creation());
    await call('POST', '/waybills', creation('SO-9'));
    const events = (await mock.control.state()).rows.filter(
      ({ collection }) => collection === 'event',
    );
    const outcomes = (await mock.control.log()).map(({ outcome }) => outcome);
    return { outcomes, ids: events.map(({ body }) => (body as { readonly id: string }).id) };
  });
  const [one, other] = await Promise.all(logs);
  expect(other?.outcomes).toEqual(one?.outcomes);
  expect(other?.ids).not.toEqual(one?.ids);
});

test.each([
  ['another seed', { given: { seed: 2 }, want: '/seed' }],
  ['another role', { given: { role: 'hub' }, want: '/role' }],
  ['another tenant', { given: { tenant: 'PLATFORM2' }, want: '/tenant' }],
  ['another form', { given: { format: 'x' }, want: '/format' }],
])('a snapshot of %s is refused, and changes nothing', async (_title, { given, want }) => {
  const { call, mock } = await testCourier();
  await call('POST', '/orders', submission());
  const { id } = await mock.control.snapshots.take();
  const document = { ...(await mock.control.snapshots.read(id)), ...given };
  const before = await mock.control.state();
  await expect(mock.control.snapshots.load(document as never)).rejects.toMatchObject({
    code: 'RULE_VIOLATION',
    details: { members: { errors: [{ pointer: want }] } },
  });
  expect(await mock.control.state()).toEqual(before);
});
