import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation } from '../define/index.ts';
import { gateLocker } from './_examples.ts';
import { Locker } from './locker.ts';

const { lockerId, revision, createdAt, updatedAt, extensions, ...entered } = Locker.properties;

/** Derived from the stored locker, so that both always have the same members. */
export const LockerEntry = Closed(
  'LockerEntry',
  { en: 'Entry of a locker', zh: '快件箱登记' },
  {
    en: 'Everything about a locker that its operator states; it replaces what was stated before.',
    zh: '运营方申报的快件箱全部信息；整体替换先前申报。',
  },
  entered,
);
export type LockerEntry = Static<typeof LockerEntry>;

const {
  lockerId: _id,
  revision: _revision,
  createdAt: _created,
  updatedAt: _updated,
  ...entry
} = gateLocker;
const { crs: _crs, ...withoutSystem } = entry.geo;

export const putLocker = defineOperation({
  name: 'put-locker',
  since: '1.0',
  title: { en: 'Register a locker', zh: '登记快件箱' },
  servedBy: ['hub', 'courier'],
  calledBy: ['locker'],
  method: 'PUT',
  path: '/v1/lockers/{lockerId}',
  request: LockerEntry,
  answer: { status: 200, also: [201], body: Locker },
  problems: [
    'CHECK_DIGIT_INVALID',
    'RULE_VIOLATION',
    'PLAINTEXT_PERSONAL_DATA',
    'MASKED_VALUE_AS_INPUT',
  ],
  requirements: [],
  examples: {
    request: {
      valid: {
        'a locker at a gate': entry,
        'inside of a service point': {
          ...entry,
          pointId: '0193a5c0-7d4e-7a11-8c00-000000000101',
        },
      },
      invalid: {
        'no coordinate system': {
          value: { ...entry, geo: withoutSystem },
          breaks: { pointer: '/geo', rule: 'required' },
        },
        'a kind of cell twice': {
          value: {
            ...entry,
            cells: [
              { size: 'S', temperature: 'AMBIENT', totalCount: 20, freeCount: 12 },
              { size: 'S', temperature: 'AMBIENT', totalCount: 4, freeCount: 4 },
            ],
          },
          breaks: { pointer: '/cells/1', rule: 'DSC-023' },
        },
        'a fee of nothing': {
          value: {
            ...entry,
            feeAfterFree: { amount: { currency: 'CNY', minor: 0 }, per: 'PT12H' },
          },
          breaks: { pointer: '/feeAfterFree/amount', rule: 'DSC-023' },
        },
        'a fee for no time': {
          value: {
            ...entry,
            feeAfterFree: { amount: { currency: 'CNY', minor: 50 }, per: 'PT0S' },
          },
          breaks: { pointer: '/feeAfterFree/per', rule: 'DSC-023' },
        },
      },
    },
  },
});
