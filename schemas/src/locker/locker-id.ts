import { privacy, Word } from '../define/index.ts';

/** Printed on the locker, and so public. */
export const LockerId = Word(
  'LockerId',
  { en: 'Locker id', zh: '快件箱标识' },
  { en: 'Names a locker, given by its operator.', zh: '标识一组快件箱，由运营方给出。' },
  { pattern: '[A-Za-z0-9][A-Za-z0-9._-]*', maxLength: 40, ...privacy('public', 'none') },
);
