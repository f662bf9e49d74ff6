import { privacy, Word } from '../define/index.ts';

/** Never of personal data: a digest of it is a name for it. */
export const Sha256 = Word(
  'Sha256',
  { en: 'SHA-256 digest', zh: 'SHA-256 摘要' },
  { en: 'Sixty-four hexadecimal digits in lower case.', zh: '64 位小写十六进制数。' },
  {
    pattern: '[0-9a-f]{64}',
    maxLength: 64,
    'x-source': 'FIPS 180-4',
    ...privacy('business', 'technical'),
  },
);
