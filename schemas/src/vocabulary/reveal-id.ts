import { privacy, Word } from '../define/index.ts';

/** 128 random bits, so that grants cannot be guessed. */
export const RevealId = Word(
  'RevealId',
  { en: 'Reveal id', zh: '揭示标识' },
  { en: 'Names a grant to reveal.', zh: '标识一次揭示授权。' },
  { pattern: 'rv_[A-Za-z0-9_-]{22}', maxLength: 25, ...privacy('pseudonymous', 'opaque-ref') },
);
