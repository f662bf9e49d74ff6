import { defineOperation } from '../define/index.ts';
import { PLACE_READERS } from '../service-point/place-readers.ts';
import { Locker } from './locker.ts';

/** Reads one locker, and the revision that its next entry has to name. */
export const getLocker = defineOperation({
  name: 'get-locker',
  since: '1.0',
  title: { en: 'Read a locker', zh: '查询快件箱' },
  servedBy: ['locker', 'hub', 'courier'],
  calledBy: PLACE_READERS,
  method: 'GET',
  path: '/v1/lockers/{lockerId}',
  answer: { status: 200, body: Locker },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
