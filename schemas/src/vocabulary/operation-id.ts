import { privacy, Word } from '../define/index.ts';

/** Open: a newer minor release has more operations. */
export const OperationId = Word(
  'OperationId',
  { en: 'Operation id', zh: '操作标识' },
  { en: 'Name of an operation of the standard.', zh: '标准操作的名称。' },
  { pattern: '[a-z][A-Za-z0-9]{2,59}', maxLength: 60, ...privacy('public', 'code') },
);
