import type { Static } from '@sinclair/typebox';
import { defineOperation, pageOf, Ref } from '../define/index.ts';
import { PLACE_READERS } from '../service-point/place-readers.ts';
import { regionQuery } from '../service-point/region-query.ts';
import { gateLocker } from './_examples.ts';
import { Locker } from './locker.ts';
import { CellSize } from './locker-codes.ts';

export const LockerPage = pageOf(Locker, { en: 'lockers', zh: '快件箱' });
export type LockerPage = Static<typeof LockerPage>;

export const listLockers = defineOperation({
  name: 'list-lockers',
  since: '1.0',
  title: { en: 'List lockers', zh: '快件箱列表' },
  description: {
    en: "Searches by region; a person's position is never sent.",
    zh: '按区划查询，不发送个人位置。',
  },
  servedBy: ['locker', 'hub'],
  calledBy: PLACE_READERS,
  method: 'GET',
  path: '/v1/lockers',
  query: { regionCode: regionQuery, size: Ref(CellSize) },
  answer: { status: 200, body: LockerPage },
  problems: ['CURSOR_EXPIRED'],
  requirements: [],
  examples: {
    answer: {
      valid: { 'the only page': { items: [gateLocker] }, 'none there': { items: [] } },
      invalid: {
        'items is missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'an item is an id': {
          value: { items: [gateLocker.lockerId] },
          breaks: { pointer: '/items/0', rule: 'type' },
        },
      },
    },
  },
});
