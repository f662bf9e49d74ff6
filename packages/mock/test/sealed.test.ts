import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { memoryStore, type Store } from '../src/index.ts';
import { openFileStore } from '../src/node.ts';
import { sqlStore } from '../src/store/kysely.ts';
import type { Tables } from '../src/store/layouts.ts';
import { recordRow } from '../src/store/resource.ts';
import { DATA_KEY, sealedStore } from '../src/store/sealed-store.ts';
import type { Rows } from '../src/store/store.ts';
import { exchange, MERCHANT } from './exchange.ts';

const folder = mkdtempSync(join(tmpdir(), 'openwaybill-sealed-'));
const path = join(folder, 'platform.db');
const pglite = new PGlite();
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await pglite.close();
});

/** A person of rare characters, who stands in no other text. */
const CANARY = {
  name: '骉龘靐',
  mobile: '+8619900004853',
  road: '虚构鱻麤路',
  note: '门口虚构犇箱',
};
const WORDS = [...Object.values(CANARY), '19900004853'];

const STORES: readonly {
  readonly given: string;
  readonly open: () => Promise<{
    readonly store: Store;
    readonly bytes: () => Promise<string>;
  }>;
}[] = [
  {
    given: 'memory',
    open: async () => {
      const store = memoryStore();
      const collections = new Set<string>();
      const seen: Rows = {
        ...store,
        apply: async (changes) => {
          for (const one of changes) if (one.kind === 'put') collections.add(one.row.collection);
          await store.apply(changes);
        },
      };
      return {
        store: { ...store, ...seen, alone: (work) => work(seen) },
        bytes: async () =>
          JSON.stringify(
            await Promise.all([...collections].map((collection) => store.list({ collection }))),
          ),
      };
    },
  },
  {
    given: 'a SQLite file',
    open: async () => ({
      store: await openFileStore(path),
      // the file and its write-ahead log, byte by byte
      bytes: async () =>
        readdirSync(folder)
          .map((file) => readFileSync(join(folder, file)).toString('utf8'))
          .join('\n'),
    }),
  },
  {
    given: 'PostgreSQL',
    open: async () => {
      const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
      return {
        store: { ...(await sqlStore(db, 'C')), close: async () => {} },
        bytes: async () => JSON.stringify((await pglite.query('select * from document')).rows),
      };
    },
  },
];

const registration = {
  contact: { name: CANARY.name, mobile: CANARY.mobile },
  address: {
    region: {
      countryCode: 'CN',
      regionCode: '210204',
      regionCodeVersion: 'NBS-2023',
      provinceName: '辽宁省',
      cityName: '大连市',
      districtName: '沙河口区',
    },
    road: CANARY.road,
    structured: true,
  },
  deliveryNote: CANARY.note,
  orderNo: 'ORD-1',
  basis: 'CONTRACT',
};

const wordsIn = (text: string): readonly string[] => WORDS.filter((word) => text.includes(word));

test.each(STORES)(
  '$given never holds a person in plain, nor after its erasure',
  async ({ open }) => {
    const { store, bytes } = await open();
    const parties = await exchange({
      platform: {
        store,
        counterparties: [
          { partyId: MERCHANT, role: 'merchant', name: '海风百货' },
          { partyId: 'PERSON1', role: 'consignee', name: CANARY.name },
        ],
      },
    });
    const merchant = { as: MERCHANT };
    const person = { as: 'PERSON1' };
    const { body } = await parties.toPlatform('POST', '/v1/consignees', registration, merchant);
    const at = `/v1/consignees/${body.consignee.consigneeRef}`;
    expect((await parties.toPlatform('GET', at, undefined, merchant)).body.contactMasked).toEqual({
      nameMasked: '骉**',
      phoneMasked: '*******4853',
    });
    const before = await bytes();
    expect(before).toContain('data-key');
    expect(wordsIn(before)).toEqual([]);

    const erased = await parties.toPlatform('DELETE', at, undefined, person);
    expect([erased.status, erased.body.state]).toEqual([202, 'COMPLETED']);
    expect(wordsIn(await bytes())).toEqual([]);
    for (const sent of [merchant, person])
      expect((await parties.toPlatform('GET', at, undefined, sent)).body.code).toMatch(
        /NOT_FOUND|ROLE_NOT_PERMITTED/,
      );
    expect(parties.faults).toEqual([]);
    await parties.platform.close();
  },
);

test('a record whose key was destroyed is read by nobody, in a backup too', async () => {
  const store = memoryStore();
  const parties = await exchange({
    platform: {
      store,
      counterparties: [
        { partyId: MERCHANT, role: 'merchant', name: '海风百货' },
        { partyId: 'PERSON1', role: 'consignee', name: CANARY.name },
      ],
    },
  });
  const merchant = { as: MERCHANT };
  const { body } = await parties.toPlatform('POST', '/v1/consignees', registration, merchant);
  const at = `/v1/consignees/${body.consignee.consigneeRef}`;
  const backup = [
    ...(await store.list({ collection: 'vault' })),
    ...(await store.list({ collection: 'reference' })),
  ];
  await parties.toPlatform('DELETE', at, undefined, { as: 'PERSON1' });
  await store.apply(backup.map((row) => ({ kind: 'put', row })));
  const read = await parties.toPlatform('GET', at, undefined, merchant);
  expect([read.status, read.body.code]).toEqual([404, 'NOT_FOUND']);
});

test('two rows of one new record are put at once under one key', async () => {
  const under = memoryStore();
  const store = sealedStore(under, new Uint8Array(32));
  const rows = ['ORD-1', 'ORD-2'].map((id) =>
    recordRow('vault', id, MERCHANT, '2026-11-11T00:00:00.000Z', { recordId: 'R-1', id }),
  );
  await store.apply(rows.map((row) => ({ kind: 'put', row })));
  expect(await store.list({ collection: 'vault' })).toEqual(rows);
  expect(await under.list({ collection: DATA_KEY })).toHaveLength(1);
});
