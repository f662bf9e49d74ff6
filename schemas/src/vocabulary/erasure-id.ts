import { privacy, Word } from '../define/index.ts';

/** The handle of an erasure, which outlives what it erased. */
export const ErasureId = Word(
  'ErasureId',
  { en: 'Erasure id', zh: '删除请求标识' },
  { en: 'Names a request to erase.', zh: '标识一次删除请求。' },
  {
    pattern: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
    maxLength: 36,
    'x-source': 'RFC 9562',
    ...privacy('pseudonymous', 'opaque-ref'),
  },
);
