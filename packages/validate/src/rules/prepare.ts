/** Normal form of a text: NFC for names and addresses, NFKC for phone, e-mail, plate and id. */
export type PreparedForm = 'NFC' | 'NFKC';

/** Format characters, lone surrogates and variation selectors: nobody sees them, so they must not hide anything. */
const INVISIBLE = /[\p{Cf}\p{Cs}\p{Variation_Selector}]/gu;
const SPACE = /\s+/gu;
const CONTROL = /\p{Cc}/gu;

/** The text as every mask and every detector reads it: visible characters in one normal form. */
export const prepare = (text: string, form: PreparedForm): string =>
  text
    .replace(INVISIBLE, '')
    .replace(SPACE, ' ')
    .replace(CONTROL, '')
    .normalize(form)
    .replace(SPACE, ' ')
    .trim();
