import { privacy, Word } from '../define/index.ts';

/** Premises are public, and so is what names them. */
export const PointId = Word(
  'PointId',
  { en: 'Point id', zh: '服务点标识' },
  { en: 'Names a service point, given by its operator.', zh: '标识一个服务点，由运营方给出。' },
  {
    pattern: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
    maxLength: 36,
    'x-source': 'RFC 9562',
    ...privacy('public', 'none'),
  },
);
