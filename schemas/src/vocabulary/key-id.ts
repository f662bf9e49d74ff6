import { privacy, Word } from '../define/index.ts';

/** Also a JWK `kid`. */
export const KeyId = Word(
  'KeyId',
  { en: 'Key id', zh: '密钥标识' },
  { en: 'Names a public key of a party.', zh: '标识一方的公钥。' },
  {
    pattern: '[A-Za-z0-9._~-]{1,100}',
    maxLength: 100,
    'x-source': 'RFC 7517 section 4.5',
    ...privacy('business', 'technical'),
  },
);
