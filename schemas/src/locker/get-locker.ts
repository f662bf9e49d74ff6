import { defineOperation } from '../define/index.ts';
import { readers } from '../service-point/_readers.ts';
import { Locker } from './locker.ts';

/** Reads one locker, and the revision that its next entry has to name. */
export const getLocker = defineOperation({
  name: 'get-locker',
  since: '1.0',
  title: { en: 'Read a locker', zh: '查询快件箱' },
  servedBy: ['locker', 'hub', 'courier'],
  calledBy: readers,
  method: 'GET',
  path: '/v1/lockers/{lockerId}',
  answer: { status: 200, body: Locker },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
