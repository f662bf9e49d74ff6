import { prepare } from '../rules/prepare.ts';
import { END, hasNameBesideSignature, LABELS, NO_NAME, VERB } from './persons.ts';
import { SURNAME } from './surnames.ts';

const NAME = `${SURNAME}\\p{Script=Han}{1,2}`;
/** What goes on after a name in a sentence about a loss. */
const AFTER = `(?=${END}|${VERB}|所|的|未|不|先生|女士|小姐|师傅|$)`;

const FORMS: readonly RegExp[] = [
  // announced by a colon: whatever follows is the name
  new RegExp(`(?:${LABELS})\\s*[:：]\\s*${NO_NAME}\\p{Script=Han}{2,4}(?=${END}|${VERB}|$)`, 'u'),
  new RegExp(`(?:${LABELS})\\s*(?:为|是)?\\s*${NAME}${AFTER}`, 'u'),
  new RegExp(`${SURNAME}\\p{Script=Han}{0,2}(?:先生|女士|小姐|师傅)`, 'u'),
  /\b(?:Mr|Mrs|Ms|Miss)\.? \p{Lu}\p{L}+/u,
  /\b(?:signed(?: for)? by|received by|left with|name is) \p{Lu}\p{L}+/iu,
];

/**
 * Whether a text names a person in a way that the text itself announces: after a word for a role, before a title, beside
 * a signature. A bare name that nothing announces is not told from other words.
 */
export const namesPerson = (text: string): boolean => {
  const plain = prepare(text, 'NFKC');
  return hasNameBesideSignature(plain) || FORMS.some((form) => form.test(plain));
};
