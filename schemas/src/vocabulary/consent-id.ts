import { privacy, Word } from '../define/index.ts';

/** Made by whoever obtained the consent. */
export const ConsentId = Word(
  'ConsentId',
  { en: 'Consent id', zh: '同意记录标识' },
  { en: 'Names the record of a consent.', zh: '标识一条同意记录。' },
  {
    pattern: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
    maxLength: 36,
    'x-source': 'RFC 9562',
    ...privacy('pseudonymous', 'opaque-ref'),
  },
);
