import type { Text } from '../words.ts';

/** What is looked at, in this order. */
export type Aspect =
  | 'form'
  | 'signature'
  | 'issuer'
  | 'life'
  | 'time'
  | 'set'
  | 'result'
  | 'transcript'
  | 'rejudged';

/** What became of one aspect; a note is neither for nor against. */
export type Looked = {
  readonly aspect: Aspect;
  readonly is: 'ok' | 'wrong' | 'note';
  readonly text: Text;
};

const looked =
  (is: Looked['is']) =>
  (aspect: Aspect, en: string, zh: string): Looked => ({ aspect, is, text: { en, zh } });

/** It is as the statement has it. */
export const ok = looked('ok');
/** It is not as the statement has it, or may not be so: the statement does not hold. */
export const wrong = looked('wrong');
/** It could not be told, or differs for a reason that is nobody's fault. */
export const note = looked('note');
