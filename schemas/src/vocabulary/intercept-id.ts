import { privacy, Word } from '../define/index.ts';

/** A parcel may be intercepted more than once. */
export const InterceptId = Word(
  'InterceptId',
  { en: 'Intercept id', zh: '拦截标识' },
  { en: 'Names a request to intercept a parcel.', zh: '标识一次拦截请求。' },
  {
    pattern: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
    maxLength: 36,
    'x-source': 'RFC 9562',
    ...privacy('pseudonymous', 'opaque-ref'),
  },
);
