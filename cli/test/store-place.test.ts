import { StoreLost, StoreTooNew } from '@openwaybill/mock';
import { expect, test } from 'vitest';
import { storesAt, unusableStore } from '../src/sandbox/store-place.ts';

test.each([
  ['memory', 'memory'],
  ['sandbox', 'sandbox/*.sqlite'],
  ['postgres://me:secret@db.example:5432/box?sslmode=require', 'postgres://db.example:5432/box'],
  ['postgresql://me:secret@db.example/box', 'postgresql://db.example/box'],
  ['postgres://me:secret@:bad', 'postgres://…'],
])('the store %s is shown as %s, without a password', (given, want) => {
  expect(storesAt(given)).toBe(want);
});

test.each([
  [
    'a server that is not there',
    new StoreLost('connect ECONNREFUSED 127.0.0.1:1'),
    'write it as --store postgres://user:password@host:5432/database, and see that it runs',
  ],
  ['a newer layout', new StoreTooNew(9, 2), 'use that one, or choose another store'],
  [
    'a user without rights',
    Object.assign(new Error('permission denied'), { code: '42501' }),
    'write it as --store postgres://user:password@host:5432/database, and see that it runs',
  ],
  ['what is no matter of a store', new Error('a defect'), undefined],
])('%s has its own remedy', (_given, error, want) => {
  expect(unusableStore(error, 'postgres://db.example/box')?.remedy.en).toBe(want);
});
