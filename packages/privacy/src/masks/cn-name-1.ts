import { looksMasked, prepare } from '@openwaybill/validate';
import type { Masked } from '../masked.ts';
import { HIDDEN } from './hidden.ts';

/** Code points and marks, not grapheme clusters: the answer does not depend on the Unicode version of a runtime. */
const FIRST_UNIT = /^\p{L}\p{M}{0,7}/u;
const LETTER = /\p{L}/gu;

/**
 * The masked form of a person's name, of any script: `张**`. Compound surnames are not special: a rare one identifies
 * by itself.
 */
export const cnName1 = (text: string): Masked<'cn-name-1'> => {
  const name = prepare(text, 'NFC');
  const first = FIRST_UNIT.exec(name)?.[0];
  const letters = name.match(LETTER)?.length ?? 0;
  return (
    first === undefined || letters < 2 || looksMasked(text) ? HIDDEN : `${first}**`
  ) as Masked<'cn-name-1'>;
};
